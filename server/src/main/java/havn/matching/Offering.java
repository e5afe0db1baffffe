package havn.matching;

import havn.duty.Calls;
import havn.duty.DutyRecord;
import havn.duty.Presences;
import havn.duty.Reach;
import havn.kernel.id.ServiceId;
import havn.line.Lines;
import havn.line.Waiter;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/// Carries out what [Offers] decides, and calls by a text whom nothing else reaches. Several
/// processes may do so at once: the line accepts one offer for a visitor, and one for a device, at
/// a time, and the texts one in 3 minutes.
public final class Offering {

  private final Lines lines;
  private final Presences presences;
  private final Calls calls;
  private final InstantSource time;

  public Offering(Lines lines, Presences presences, Calls calls, InstantSource time) {
    this.lines = lines;
    this.presences = presences;
    this.calls = calls;
    this.time = time;
  }

  /// @param changed whether the line accepted any of what was decided
  /// @param duty who is on duty for the service; not read, and none, when nobody waits
  public record Renewed(boolean changed, List<DutyRecord> duty) {

    public Renewed {
      duty = List.copyOf(duty);
    }
  }

  /// Offers those who wait to those who can take them.
  public Future<Renewed> renew(ServiceId service, List<Waiter> line) {
    if (line.isEmpty()) {
      return Future.succeededFuture(new Renewed(false, List.of()));
    }
    return presences
        .of(service)
        .compose(
            duty ->
                lines
                    .lastTurns(service)
                    .compose(
                        turns -> {
                          Instant now = time.instant();
                          List<Waiter> heeded = Interpreters.heeded(line, duty, now);
                          Summons.of(heeded, duty, now).forEach(who -> call(service, who, now));
                          return carryOut(
                                  service,
                                  Offers.next(
                                      heeded,
                                      duty.stream().filter(DutyRecord::takes).toList(),
                                      turns,
                                      now),
                                  now)
                              .map(changed -> new Renewed(changed, duty));
                        }));
  }

  /// Whoever does not come is gone soon, also when no text could be queued, so nothing waits for
  /// what becomes of a call. A text from before they were seen last called them for somebody else:
  /// the next look tries again.
  private void call(ServiceId service, DutyRecord record, Instant now) {
    var unused =
        calls
            .somebodyWaits(record.reach().map(Reach::who).orElseThrow())
            .map(told -> told.orElse(now))
            .otherwise(now)
            .compose(
                told ->
                    told.isBefore(record.beat())
                        ? Future.succeededFuture(false)
                        : presences.called(service, record, told));
  }

  private Future<Boolean> carryOut(ServiceId service, Offers.Plan plan, Instant now) {
    List<Future<Boolean>> ends =
        Stream.concat(
                plan.withdrawn().stream()
                    .map(old -> lines.withdraw(service, old.conversation(), old.device())),
                plan.shortened().stream()
                    .map(
                        old ->
                            lines.shorten(service, old.conversation(), old.device(), old.until())))
            .toList();
    return any(ends).compose(ended -> any(make(service, plan, now)).map(made -> ended || made));
  }

  private List<Future<Boolean>> make(ServiceId service, Offers.Plan plan, Instant now) {
    return plan.made().stream()
        .map(made -> lines.offer(service, made.conversation(), made.device(), now, made.until()))
        .toList();
  }

  private static Future<Boolean> any(List<Future<Boolean>> steps) {
    Future<Boolean> any = Future.succeededFuture(false);
    for (Future<Boolean> step : steps) {
      any = any.compose(before -> step.map(now -> before || now));
    }
    return any;
  }
}
