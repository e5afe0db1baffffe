package havn.gateway;

import havn.telemetry.Defects;
import havn.wire.v1.Code;
import io.vertx.core.internal.ContextInternal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// One event loop's share of the gateway: its wheel and its sockets. Belongs to that loop.
final class Loop {

  private final ContextInternal context;
  private final SocketLimits limits;
  private final GatewayMeters meters;
  private final Wheel wheel;
  private final Set<Socket> sockets = new HashSet<>();

  Loop(ContextInternal context, SocketLimits limits, GatewayMeters meters) {
    this.context = context;
    this.limits = limits;
    this.meters = meters;
    this.wheel = new Wheel(context.owner(), this::defect);
  }

  ContextInternal context() {
    return context;
  }

  SocketLimits limits() {
    return limits;
  }

  GatewayMeters meters() {
    return meters;
  }

  Wheel wheel() {
    return wheel;
  }

  /// Counts a socket in; false when this process holds as many as it may.
  ///
  /// @param staff for whom a tenth is kept free
  boolean admit(Socket socket, boolean staff) {
    sockets.add(socket);
    int most = staff ? limits.connections() : limits.visitors();
    return meters.connections.incrementAndGet() <= most;
  }

  void forget(Socket socket) {
    if (sockets.remove(socket)) {
      meters.connections.decrementAndGet();
    }
  }

  /// Tells every client that another process will answer.
  void drain() {
    List.copyOf(sockets).forEach(socket -> socket.close(Code.GOING_AWAY));
  }

  void stop() {
    wheel.stop();
  }

  void defect(Throwable defect) {
    Defects.log("a connection", defect);
  }
}
