package havn.matching;

import havn.duty.DutyRecord;
import havn.duty.Presences;
import havn.kernel.id.ServiceId;
import havn.line.Waiter;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;

/// Interpreters on duty, and what they are good for in a line: that an interpreter will do for
/// somebody counts only while one who speaks their language is free. Otherwise they hold to the
/// language, so that nobody takes them who could say nothing to them.
public final class Interpreters {

  private final Presences presences;
  private final InstantSource time;

  public Interpreters(Presences presences, InstantSource time) {
    this.presences = presences;
    this.time = time;
  }

  /// The line as it counts now; who is on duty is read only where somebody would do with one.
  Future<List<Waiter>> heeded(ServiceId service, List<Waiter> line) {
    return line.stream().anyMatch(waiter -> waiter.wants().viaInterpreter())
        ? presences.of(service).map(duty -> heeded(line, duty, time.instant()))
        : Future.succeededFuture(line);
  }

  /// The same for these on duty. Pure.
  public static List<Waiter> heeded(List<Waiter> line, Collection<DutyRecord> duty, Instant now) {
    return line.stream()
        .map(
            waiter ->
                !waiter.wants().viaInterpreter() || isFree(duty, waiter.language(), now)
                    ? waiter
                    : waiter.with(waiter.wants().withoutInterpreter()))
        .toList();
  }

  /// Whether an interpreter who speaks this language can be asked in.
  public static boolean isFree(Collection<DutyRecord> duty, String language, Instant now) {
    return duty.stream()
        .anyMatch(
            record ->
                !record.takes()
                    && record.free(now)
                    && record.abilities().languages().contains(language));
  }
}
