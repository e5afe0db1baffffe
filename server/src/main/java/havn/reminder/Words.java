package havn.reminder;

import havn.alarm.Alarm;
import havn.alarm.Cause;
import havn.alarm.Watch;
import havn.channel.Wording;
import havn.kernel.time.SystemTime;
import havn.shift.Filled;
import havn.shift.Shifts;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the texts say: no service, no name, nothing that tells what the work is.
public final class Words implements Wording<StaffText> {

  private static final Locale NORWEGIAN = Locale.of("nb", "NO");
  private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", NORWEGIAN);
  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH.mm");

  private final ReminderStore store;
  private final Shifts shifts;
  private final Watch watch;
  private final SealedFor sealed;

  public Words(ReminderStore store, Shifts shifts, Watch watch, SealedFor sealed) {
    this.store = store;
    this.shifts = shifts;
    this.watch = watch;
    this.sealed = sealed;
  }

  @Override
  public Future<Optional<String>> of(StaffText text, Instant now) {
    return switch (text.kind()) {
      case CODE ->
          Future.succeededFuture(
              text.sealedText().flatMap(bytes -> sealed.text(text.staff(), bytes)));
      case SHIFT ->
          shifts
              .held(text.staff(), Duration.ofDays(2))
              .map(
                  held ->
                      text.starts()
                          .filter(starts -> held.stream().anyMatch(one -> open(one, starts)))
                          .map(starts -> shift(starts, now)));
      case CHANGE ->
          shifts
              .news(text.staff())
              .map(
                  news ->
                      news.isEmpty()
                          ? Optional.empty()
                          : Optional.of("Noe er endret i vaktene dine."));
      case OFFER ->
          watch.isOnDuty(text.staff()).map(on -> Optional.of("Noen venter.").filter(said -> on));
      case LATE, LANE -> alarm(text, watch.late(), now);
      case GAP -> alarm(text, watch.gaps(), now);
      case TASK, URGENT -> alarm(text, watch.overdue(), now);
      case CALLED, LINE -> alarm(text, watch.called(), now);
      case UNANSWERED, UNTAKEN -> alarm(text, watch.unanswered(), now);
      case OVERTIME -> alarm(text, watch.overtime(), now);
      case AFTERSHIFT -> alarm(text, watch.afterShift(), now);
    };
  }

  /// Speaks of the first thing that it was queued for and that is still so for this person.
  private Future<Optional<String>> alarm(StaffText text, Future<List<Alarm>> looked, Instant now) {
    return store
        .causes(text.id())
        .compose(
            causes ->
                looked.map(
                    alarms ->
                        alarms.stream()
                            .filter(alarm -> alarm.whom().contains(text.staff()))
                            .filter(alarm -> causes.contains(alarm.cause().name()))
                            .findFirst()
                            .map(alarm -> alarm(alarm, now))));
  }

  static String alarm(Alarm alarm, Instant now) {
    return switch (alarm.cause()) {
      case Cause.Late late ->
          late.lane().isEmpty()
              ? "Ingen er på plass ennå."
              : "Det mangler noen nå. Se i konsollen.";
      case Cause.Called called -> "Noen trenger deg nå.";
      case Cause.Unanswered unanswered -> "Det haster, og ingen har kommet.";
      case Cause.Overtime overtime -> "Noen holder på ennå. Se i konsollen.";
      case Cause.AfterShift after ->
          after.again()
              ? "Noen bør fortsatt løses av. Se i konsollen."
              : "Noen bør løses av. Se i konsollen.";
      case Cause.Gap gap -> "Det mangler noen " + when(alarm.at(), now) + ". Se i kalenderen.";
      case Cause.Overdue overdue ->
          overdue.again() ? "En frist er fortsatt ute." : "En frist er ute.";
    };
  }

  /// Whether it begins then, and its holder has not confirmed.
  private static boolean open(Filled held, Instant starts) {
    return held.occurrence().start().equals(starts)
        && held.seats().stream().anyMatch(seat -> !seat.confirmed());
  }

  static String code(String code) {
    return "Koden din er " + code + ". Den gjelder i 10 minutter.";
  }

  static String shift(Instant starts, Instant now) {
    return "Du har en avtale " + when(starts, now) + ". Bekreft i kalenderen.";
  }

  private static String when(Instant starts, Instant now) {
    LocalTime time = LocalTime.ofInstant(starts, SystemTime.OSLO);
    String clock = time.getMinute() == 0 ? Integer.toString(time.getHour()) : MINUTES.format(time);
    return day(starts, now) + " kl. " + clock;
  }

  private static String day(Instant starts, Instant now) {
    LocalDate day = LocalDate.ofInstant(starts, SystemTime.OSLO);
    long ahead = ChronoUnit.DAYS.between(LocalDate.ofInstant(now, SystemTime.OSLO), day);
    if (ahead == 0) {
      return "i dag";
    }
    return ahead == 1 ? "i morgen" : WEEKDAY.format(day);
  }
}
