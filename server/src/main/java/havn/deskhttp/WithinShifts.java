package havn.deskhttp;

import havn.kernel.id.ServiceId;
import havn.login.Session;
import havn.matching.Overtime;
import havn.staff.Right;
import havn.staff.ShiftRights;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/// For which of their services somebody has a right at this moment: for all of them, or, where it
/// follows a shift, for those of the shifts they hold now.
final class WithinShifts {

  private WithinShifts() {}

  static Future<Set<ServiceId>> services(DeskParts parts, Session session, Right right) {
    return switch (right.of(session.role())) {
      case ALWAYS -> Future.succeededFuture(session.services());
      case NEVER -> Future.succeededFuture(Set.of());
      case IN_SHIFT ->
          parts
              .duty()
              .shifts()
              .rights(session.staff(), session.services())
              .map(held -> held(held, session.services(), parts.clock().instant()));
    };
  }

  /// The same, and those of [#finishing].
  static Future<Set<ServiceId>> orFinishing(DeskParts parts, Session session, Right right) {
    return right.of(session.role()) == Right.Grant.IN_SHIFT
        ? services(parts, session, right)
            .compose(held -> finishing(parts, session).map(open -> both(held, open)))
        : services(parts, session, right);
  }

  /// Those of which somebody whose shift is over still has chats: what comes up in them is theirs
  /// to see to.
  static Future<Set<ServiceId>> finishing(DeskParts parts, Session session) {
    Future<Set<ServiceId>> all = Future.succeededFuture(Set.of());
    for (ServiceId service : session.services()) {
      all =
          all.compose(
              before ->
                  parts
                      .duty()
                      .overtime()
                      .afterShift(service, session.device(), false)
                      .map(
                          after ->
                              after.whose() == Overtime.Whose.OWN
                                  ? both(before, Set.of(service))
                                  : before));
    }
    return all;
  }

  private static Set<ServiceId> both(Set<ServiceId> one, Set<ServiceId> other) {
    Set<ServiceId> both = new HashSet<>(one);
    both.addAll(other);
    return both;
  }

  private static Set<ServiceId> held(ShiftRights held, Set<ServiceId> services, Instant now) {
    return services.stream()
        .filter(service -> held.lanes(service, Set.of(), now).isPresent())
        .collect(Collectors.toSet());
  }
}
