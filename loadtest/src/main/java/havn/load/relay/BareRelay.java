package havn.load.relay;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import java.util.HashMap;
import java.util.Map;

/// Two sockets that open the same path under `/pair/` hear each other; every other path only stays
/// open. One event loop; compression off, as in our server; a text message or one past 16 KiB
/// closes the socket.
public final class BareRelay {

  private static final int LONGEST = 16_384;
  private static final String PAIR = "/pair/";

  private final Map<String, ServerWebSocket> waiting = new HashMap<>();

  private BareRelay() {}

  /// Listens on loopback; port 0 takes a free one.
  public static Future<HttpServer> listen(Vertx vertx, int port) {
    var options =
        new HttpServerOptions()
            .setHost("127.0.0.1")
            .setPort(port)
            .setTcpNoDelay(true)
            .setPerMessageWebSocketCompressionSupported(false)
            .setPerFrameWebSocketCompressionSupported(false)
            .setMaxWebSocketFrameSize(LONGEST)
            .setMaxWebSocketMessageSize(LONGEST);
    var relay = new BareRelay();
    return vertx.createHttpServer(options).webSocketHandler(relay::greet).listen();
  }

  private void greet(ServerWebSocket socket) {
    var path = socket.path();
    if (!path.startsWith(PAIR)) {
      return;
    }
    var first = waiting.remove(path);
    if (first == null) {
      waiting.put(path, socket);
      socket.closeHandler(gone -> waiting.remove(path, socket));
    } else {
      join(first, socket);
      join(socket, first);
    }
  }

  private static void join(ServerWebSocket from, ServerWebSocket to) {
    from.binaryMessageHandler(to::writeBinaryMessage);
    from.closeHandler(gone -> to.close());
  }
}
