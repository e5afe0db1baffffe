package havn.redis;

import static havn.Eventually.get;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// A cable to a Redis that a test can pull out and put back, cut after so many commands, or make
/// slow, while Redis keeps what it holds.
public final class Cable implements AutoCloseable {

  private final Vertx vertx = Vertx.vertx();
  private final NetClient client = vertx.createNetClient();
  private final Set<NetSocket> ends = ConcurrentHashMap.newKeySet();
  private final int port;
  private volatile boolean pulled;
  private volatile long delayMillis;
  private final Map<NetSocket, Queue<Buffer>> delayed = new ConcurrentHashMap<>();
  private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

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
    left.set(Integer.MAX_VALUE);
    pulled = false;
  }

  /// Everything, in both directions, takes so long from now on.
  public void slow(Duration delay) {
    delayMillis = delay.toMillis();
  }

  /// Redis gets so many commands more; nobody learns the answer to the last of them.
  public void cutAfter(int commands) {
    left.set(commands);
  }

  public boolean isCut() {
    return left.get() <= 0;
  }

  /// One whole command on its way to Redis.
  private void command(Buffer command, NetSocket to) {
    if (left.get() != Integer.MAX_VALUE && left.getAndDecrement() <= 1) {
      if (isCut() && !pulled) {
        pulled = true;
        var unused = to.write(command);
      }
      return;
    }
    later(command, to);
  }

  /// In order, also while the delay changes.
  private void later(Buffer bytes, NetSocket to) {
    Queue<Buffer> before = delayed.computeIfAbsent(to, end -> new ConcurrentLinkedQueue<>());
    if (delayMillis == 0 && before.isEmpty()) {
      pass(bytes, to);
    } else {
      before.add(bytes);
      vertx.setTimer(Math.max(1, delayMillis), timer -> pass(before.remove(), to));
    }
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
              end.handler(new Commands(whole -> command(whole, far)));
              far.handler(bytes -> later(bytes, end));
              end.resume();
            })
        .onFailure(gone -> end.close());
  }

  @Override
  public void close() {
    get(vertx.close());
  }
}
