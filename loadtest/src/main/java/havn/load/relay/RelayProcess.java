package havn.load.relay;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

/// The relay as a process of its own: prints its port on a line and serves until it is told to
/// stop.
public final class RelayProcess {

  private RelayProcess() {}

  /// Takes no arguments.
  public static void main(String[] arguments) {
    var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    BareRelay.listen(vertx, 0)
        .onSuccess(server -> System.out.println(server.actualPort()))
        .onFailure(refused -> Runtime.getRuntime().halt(1));
  }
}
