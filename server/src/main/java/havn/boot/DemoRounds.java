package havn.boot;

import havn.field.Round;
import havn.field.RoundPlace;
import havn.field.RoundStore;
import havn.field.Telling;
import havn.kernel.id.RoundId;
import havn.kernel.id.ServiceId;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A year of rounds for a demonstration, up to yesterday: the street on Tuesdays, Thursdays and the
/// first Friday night of a month, which is estimated, addresses indoors on Wednesdays, nobody in
/// July. Made after published reports: 15 to 156 people on the street on one evening, 44 in the
/// mean, and 5 to 6 people indoors. Whoever is counted there is nobody.
final class DemoRounds {

  private static final int[] EVENINGS = {34, 44, 38, 26, 52, 30, 41, 22, 47, 36, 31, 42, 15};
  private static final int[] NIGHTS = {110, 85, 156, 95, 120, 100};
  private static final int[] INDOORS = {6, 5, 7, 4, 9, 5, 6, 8};

  private final RoundStore store;
  private final ServiceId service;

  DemoRounds(RoundStore store, ServiceId service) {
    this.store = store;
    this.service = service;
  }

  /// Keeps those that are missing; nothing when there were rounds since the beginning of last
  /// month.
  Future<Void> plant(LocalDate today) {
    return store
        .since(YearMonth.from(today).minusMonths(1), Set.of(service))
        .compose(lately -> lately.isEmpty() ? keep(today) : Future.succeededFuture());
  }

  private Future<Void> keep(LocalDate today) {
    Future<Telling> kept = Future.succeededFuture();
    for (Round round : until(today)) {
      kept = kept.compose(before -> store.tell(round, (there, others) -> missing(round, there)));
    }
    return kept.mapEmpty();
  }

  private static Telling missing(Round round, Optional<Round> there) {
    return there.<Telling>map(Telling.Stands::new).orElseGet(() -> new Telling.Written(round));
  }

  private List<Round> until(LocalDate today) {
    List<Round> all = new ArrayList<>();
    today
        .minusYears(1)
        .datesUntil(today)
        .filter(day -> day.getMonth() != Month.JULY)
        .flatMap(day -> on(day).stream())
        .forEach(all::add);
    return all;
  }

  private Optional<Round> on(LocalDate day) {
    int week = (int) (day.toEpochDay() / 7);
    return switch (day.getDayOfWeek()) {
      case TUESDAY -> Optional.of(street(day, of(EVENINGS, 2 * week), false));
      case THURSDAY -> Optional.of(street(day, of(EVENINGS, 2 * week + 1), false));
      case FRIDAY ->
          day.getDayOfMonth() > 7
              ? Optional.empty()
              : Optional.of(street(day, of(NIGHTS, day.getMonthValue()), true));
      case WEDNESDAY -> Optional.of(indoors(day, of(INDOORS, week)));
      case MONDAY, SATURDAY, SUNDAY -> Optional.empty();
    };
  }

  private Round street(LocalDate day, int people, boolean estimated) {
    var counts = new Round.Counts(people, people / 12, 0);
    return new Round(id(day), service, day, RoundPlace.STREET, counts, estimated, 1);
  }

  private Round indoors(LocalDate day, int people) {
    var counts = new Round.Counts(people, people / 3, people / 2);
    return new Round(id(day), service, day, RoundPlace.INDOOR, counts, false, 1);
  }

  /// The same one for a day, so that doing it again finds it.
  private static RoundId id(LocalDate day) {
    return new RoundId("de%030x".formatted(day.toEpochDay()));
  }

  private static int of(int[] numbers, int place) {
    return numbers[place % numbers.length];
  }
}
