package havn.channelhttp;

import havn.http.Contract;
import havn.http.Problem;
import havn.http.SessionGate;
import havn.http.Throttle;
import havn.kernel.id.ServiceId;
import havn.staff.Right;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/// Who may come to what a service writes to people: those with the right, from a listed device, for
/// a service they work for.
record TeamGate(SessionGate gate, Throttle throttle) {

  void on(Contract.Routes routes, String operation, Handler<RoutingContext> handler) {
    on(routes, operation, Right.REACH_OUT, handler);
  }

  /// The same with another right.
  void on(Contract.Routes routes, String operation, Right right, Handler<RoutingContext> handler) {
    routes.on(
        operation,
        gate.anybody(),
        gate.may(right),
        gate.listed(),
        TeamGate::own,
        throttle,
        handler);
  }

  /// The service in the path.
  static ServiceId service(RoutingContext context) {
    return new ServiceId(Contract.text(context, "service"));
  }

  private static void own(RoutingContext context) {
    if (SessionGate.of(context).services().contains(service(context))) {
      context.next();
    } else {
      Problem.of(403, "You do not work for this service.").answer(context);
    }
  }
}
