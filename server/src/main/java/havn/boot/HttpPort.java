package havn.boot;

import havn.gateway.Gateway;
import io.vertx.core.Context;
import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.ServerWebSocketHandshake;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// One listening port, served by one instance per event loop.
final class HttpPort {

  private final Vertx vertx;
  private final String deployment;

  private HttpPort(Vertx vertx, String deployment) {
    this.vertx = vertx;
    this.deployment = deployment;
  }

  /// What one instance does; made on its event loop.
  record Parts(
      Handler<HttpServerRequest> requests,
      Handler<ServerWebSocketHandshake> handshakes,
      Handler<ServerWebSocket> sockets) {

    /// A port without WebSockets.
    Parts(Handler<HttpServerRequest> requests) {
      this(requests, handshake -> handshake.reject(), ServerWebSocket::close);
    }
  }

  /// A connection on which nothing went either way for so long is closed. WebSockets are pinged
  /// every 15 s, so this ends those that never became one.
  private static final Duration IDLE = Duration.ofSeconds(60);

  /// What a port bears with.
  ///
  /// @param connections that are no WebSockets, at most
  /// @param idle how long nothing may go either way
  record Bounds(int connections, Duration idle) {

    Bounds(int connections) {
      this(connections, IDLE);
    }
  }

  static Future<HttpPort> open(
      Vertx vertx, String host, int port, Bounds bounds, Supplier<Parts> parts) {
    int loops = Runtime.getRuntime().availableProcessors();
    HttpServerOptions options = options(host, port, bounds.idle());
    PlainConnections plain = new PlainConnections(bounds.connections());
    return vertx
        .deployVerticle(
            () -> instance(options, plain, parts), new DeploymentOptions().setInstances(loops))
        .map(deployment -> new HttpPort(vertx, deployment));
  }

  Future<Void> close() {
    return vertx.undeploy(deployment);
  }

  private static Deployable instance(
      HttpServerOptions options, PlainConnections plain, Supplier<Parts> parts) {
    return new Deployable() {
      @Override
      public Future<?> deploy(Context context) {
        Parts its = parts.get();
        return context
            .owner()
            .createHttpServer(options)
            .requestHandler(its.requests())
            .webSocketHandshakeHandler(its.handshakes())
            .webSocketHandler(
                socket -> {
                  plain.upgraded();
                  its.sockets().handle(socket);
                })
            .connectionHandler(plain::opened)
            .listen();
      }
    };
  }

  private static HttpServerOptions options(String host, int port, Duration idle) {
    return new HttpServerOptions()
        .setHost(host)
        .setPort(port)
        .setReuseAddress(true)
        .setTcpNoDelay(true)
        .setCompressionSupported(false)
        // Of a connection that changes to HTTP/2 the bound would not learn the end.
        .setHttp2ClearTextEnabled(false)
        .setPerMessageWebSocketCompressionSupported(false)
        .setPerFrameWebSocketCompressionSupported(false)
        .setMaxWebSocketFrameSize(Gateway.MOST_FRAME_BYTES)
        .setMaxWebSocketMessageSize(Gateway.MOST_FRAME_BYTES)
        .addWebSocketSubProtocol(Gateway.SUBPROTOCOL)
        .setMaxInitialLineLength(2048)
        .setMaxHeaderSize(8192)
        .setIdleTimeout((int) idle.toMillis())
        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
  }
}
