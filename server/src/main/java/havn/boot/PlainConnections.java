package havn.boot;

import io.vertx.core.http.HttpConnection;
import java.util.concurrent.atomic.AtomicInteger;

/// Connections of one port that are no WebSockets, which have a bound of their own: also those over
/// which nothing was asked yet. One more than the bound is closed at once. Called on any event
/// loop.
final class PlainConnections {

  private final int most;
  private final AtomicInteger open = new AtomicInteger();

  PlainConnections(int most) {
    this.most = most;
  }

  void opened(HttpConnection connection) {
    if (open.incrementAndGet() > most) {
      open.decrementAndGet();
      var unused = connection.close();
    } else {
      connection.closeHandler(closed -> open.decrementAndGet());
    }
  }

  /// One of them became a WebSocket; its end is not told here any more.
  void upgraded() {
    open.decrementAndGet();
  }
}
