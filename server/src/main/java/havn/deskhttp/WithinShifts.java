package havn.deskhttp;

import havn.kernel.id.ServiceId;
import havn.login.Session;
import havn.staff.Right;
import havn.staff.ShiftRights;
import io.vertx.core.Future;
import java.time.Instant;
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

  private static Set<ServiceId> held(ShiftRights held, Set<ServiceId> services, Instant now) {
    return services.stream()
        .filter(service -> held.lanes(service, Set.of(), now).isPresent())
        .collect(Collectors.toSet());
  }
}
