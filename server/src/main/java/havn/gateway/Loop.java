package havn.gateway;

import havn.wire.v1.Code;
import io.vertx.core.internal.ContextInternal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One event loop's share of the gateway: its wheel and its sockets. Belongs to that loop.
final class Loop {

  private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

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
  boolean admit(Socket socket) {
    sockets.add(socket);
    return meters.connections.incrementAndGet() <= limits.connections();
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

  /// Our own fault. Its kind and place are logged; its message is not, since it may quote what
  /// people sent.
  void defect(Throwable defect) {
    StackTraceElement[] trace = defect.getStackTrace();
    LOG.error(
        "a connection ended by a defect: {} at {}",
        defect.getClass().getName(),
        trace.length == 0 ? "?" : trace[0]);
  }
}
