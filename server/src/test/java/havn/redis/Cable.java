package havn.redis;

import static havn.Eventually.get;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A cable to a Redis that a test can pull out and put back, while Redis keeps what it holds.
public final class Cable implements AutoCloseable {

  private final Vertx vertx = Vertx.vertx();
  private final NetClient client = vertx.createNetClient();
  private final Set<NetSocket> ends = ConcurrentHashMap.newKeySet();
  private final int port;
  private volatile boolean pulled;

  public Cable(RedisSettings to) {
    NetServer server = vertx.createNetServer();
    server.connectHandler(end -> plug(end, to.uri()));
    port = get(server.listen(0, "127.0.0.1")).actualPort();
  }

  public RedisSettings settings() {
    return RedisSettings.of(URI.create("redis://127.0.0.1:" + port), "", "");
  }

  public void pull() {
    pulled = true;
    ends.forEach(NetSocket::close);
  }

  public void putBack() {
    pulled = false;
  }

  /// Nothing passes once the cable is pulled, not even what was sent just before.
  private void pass(Buffer bytes, NetSocket to) {
    if (!pulled) {
      var unused = to.write(bytes);
    }
  }

  private void plug(NetSocket end, URI to) {
    if (pulled) {
      end.close();
      return;
    }
    end.pause();
    ends.add(end);
    client
        .connect(to.getPort(), to.getHost())
        .onSuccess(
            far -> {
              ends.add(far);
              end.closeHandler(v -> far.close());
              far.closeHandler(v -> end.close());
              end.handler(bytes -> pass(bytes, far));
              far.handler(bytes -> pass(bytes, end));
              end.resume();
            })
        .onFailure(gone -> end.close());
  }

  @Override
  public void close() {
    get(vertx.close());
  }
}
