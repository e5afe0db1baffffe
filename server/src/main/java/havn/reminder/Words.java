package havn.reminder;

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
import java.util.Locale;
import java.util.Optional;

/// What the texts say: no service, no name, nothing that tells what the work is.
public final class Words implements Wording<StaffText> {

  private static final Locale NORWEGIAN = Locale.of("nb", "NO");
  private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", NORWEGIAN);
  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH.mm");

  private final Shifts shifts;
  private final SealedFor sealed;

  public Words(Shifts shifts, SealedFor sealed) {
    this.shifts = shifts;
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
      case OFFER -> Future.succeededFuture(Optional.of("Noen venter."));
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
    LocalTime time = LocalTime.ofInstant(starts, SystemTime.OSLO);
    String clock = time.getMinute() == 0 ? Integer.toString(time.getHour()) : MINUTES.format(time);
    return "Du har en avtale " + day(starts, now) + " kl. " + clock + ". Bekreft i kalenderen.";
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
