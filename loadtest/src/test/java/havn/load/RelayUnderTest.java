package havn.load;

import havn.load.socket.Loopback;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;

/// A relay in the test's own process whose manners the test chooses.
public final class RelayUnderTest implements AutoCloseable {

  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;

  private RelayUnderTest(Function<Vertx, Future<HttpServer>> listen) {
    server = soon(listen.apply(vertx));
  }

  /// Any server.
  public static RelayUnderTest of(Function<Vertx, Future<HttpServer>> listen) {
    return new RelayUnderTest(listen);
  }

  /// Pairs the sockets of one path; `manners` says when message number n (from 1) is passed on: the
  /// future's failure means never.
  public static RelayUnderTest pairing(BiFunction<Vertx, Integer, Future<Void>> manners) {
    return new RelayUnderTest(vertx -> new Pairing(vertx, manners).listen());
  }

  public InetSocketAddress address() {
    return Loopback.at(server.actualPort());
  }

  @Override
  public void close() {
    soon(vertx.close());
  }

  private static <T> T soon(Future<T> result) {
    return result.toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }

  private static final class Pairing {

    private final Vertx vertx;
    private final BiFunction<Vertx, Integer, Future<Void>> manners;
    private final Map<String, ServerWebSocket> waiting = new HashMap<>();
    private int seen;

    Pairing(Vertx vertx, BiFunction<Vertx, Integer, Future<Void>> manners) {
      this.vertx = vertx;
      this.manners = manners;
    }

    Future<HttpServer> listen() {
      var options = new HttpServerOptions().setHost("127.0.0.1").setPort(0);
      return vertx
          .createHttpServer(options.setPerMessageWebSocketCompressionSupported(false))
          .webSocketHandler(this::greet)
          .listen();
    }

    private void greet(ServerWebSocket socket) {
      var first = waiting.remove(socket.path());
      if (first == null) {
        waiting.put(socket.path(), socket);
      } else {
        first.binaryMessageHandler(message -> pass(message, socket));
        socket.binaryMessageHandler(message -> pass(message, first));
      }
    }

    private void pass(Buffer message, ServerWebSocket to) {
      seen++;
      manners.apply(vertx, seen).onSuccess(now -> to.writeBinaryMessage(message));
    }
  }
}
