package havn.field;

import havn.journal.Act;
import havn.journal.Journal;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.time.SystemTime;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/// Keeps rounds, and says what came of them month by month.
public final class FieldRounds {

  /// Months that are shown, the running one included.
  public static final int MONTHS = 24;

  /// Rounds are kept for so long.
  public static final int YEARS = 5;

  private final RoundStore store;
  private final Journal journal;
  private final InstantSource clock;
  private final DailyLook looks = new DailyLook();

  public FieldRounds(RoundStore store, Journal journal, InstantSource clock) {
    this.store = store;
    this.journal = journal;
    this.clock = clock;
  }

  /// Keeps a round, or says why not.
  public Future<Telling> tell(Round told) {
    LocalDate today = today(clock.instant());
    return store.tell(told, (kept, others) -> RoundRules.decide(told, kept, others, today));
  }

  /// Takes a wrong round out, for as long as it could be corrected: for anybody who has the code
  /// that stands on the phone which counted it. False when the service has no such round. Before
  /// that a line in the journal says who strikes one, and nothing of the round; without the line it
  /// stands.
  public Future<Boolean> strike(StaffId who, ServiceId service, RoundCode code) {
    Instant now = clock.instant();
    LocalDate first = today(now).minusDays(RoundRules.DAYS);
    return store
        .find(service, code, first)
        .compose(
            found ->
                switch (found) {
                  case STANDS ->
                      journal
                          .write(new Act(who, Act.Deed.ROUND_STRIKE, thing(service)), now)
                          .compose(noted -> store.strike(service, code, first));
                  case STRUCK -> Future.succeededFuture(true);
                  case NONE -> Future.succeededFuture(false);
                });
  }

  private static byte[] thing(ServiceId service) {
    return service.slug().getBytes(StandardCharsets.US_ASCII);
  }

  /// The newest month first; those that run as they were at the day's first look.
  public Future<List<FieldMonth>> months(Set<ServiceId> services) {
    LocalDate today = today(clock.instant());
    return store
        .since(YearMonth.from(today).minusMonths(MONTHS - 1L), services)
        .map(all -> looks.of(services, all, one -> runs(one.month(), today), today))
        .map(all -> all.stream().map(one -> FieldMonth.of(one, runs(one.month(), today))).toList());
  }

  /// Forgets what is older than five years; answers how many rounds that were.
  public Future<Integer> sweep(Instant now) {
    return store
        .forgetBefore(today(now).minusYears(YEARS))
        .compose(
            rounds ->
                store
                    .forgetStruckBefore(today(now).minusDays(RoundRules.DAYS))
                    .map(struck -> rounds + struck));
  }

  /// Whether a round of the month can still come or change: also in the 14 days after its last one.
  private static boolean runs(YearMonth month, LocalDate today) {
    return !month.atEndOfMonth().plusDays(RoundRules.DAYS).isBefore(today);
  }

  private static LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, SystemTime.OSLO);
  }
}
