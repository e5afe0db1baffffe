package havn.gateway;

import static havn.Eventually.get;

import com.google.protobuf.Message;
import havn.wire.Padding;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

/// A client of either socket, for tests: blocks, keeps everything it got, answers pings unless told
/// not to.
public abstract class WireClient<D extends Message> {

  public final ClientWebSocket ws;
  private final LinkedBlockingQueue<D> unread = new LinkedBlockingQueue<>();
  private final List<D> all = java.util.Collections.synchronizedList(new ArrayList<>());
  private final java.util.concurrent.CompletableFuture<Integer> closed =
      new java.util.concurrent.CompletableFuture<>();
  volatile boolean silent;

  WireClient(ClientWebSocket ws) {
    this.ws = ws;
  }

  /// Connects, when the subclass is complete.
  void start(WebSocketConnectOptions to) {
    ws.binaryMessageHandler(this::got);
    ws.closeHandler(v -> closed.complete(code(ws.closeStatusCode())));
    ws.exceptionHandler(e -> {});
    get(ws.connect(to));
  }

  private static int code(@org.jspecify.annotations.Nullable Short code) {
    return code == null ? -1 : code;
  }

  abstract D parse(byte[] message) throws Exception;

  abstract boolean pong(D down);

  private void got(Buffer frame) {
    byte[] bytes = frame.getBytes();
    int length = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
    try {
      D down = parse(java.util.Arrays.copyOfRange(bytes, 2, 2 + length));
      if (silent || !pong(down)) {
        all.add(down);
        unread.add(down);
      }
    } catch (Exception malformed) {
      throw new AssertionError(malformed);
    }
  }

  public void send(Message up) {
    ws.writeBinaryMessage(Buffer.buffer(Padding.frame(up)));
  }

  void sendRaw(byte[] frame) {
    ws.writeBinaryMessage(Buffer.buffer(frame));
  }

  /// The next message that fits; others before it are passed over but kept in [#all()].
  public D await(Predicate<D> fits) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    try {
      while (true) {
        D down = unread.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (down == null) {
          throw new AssertionError(
              "no such message; closed " + closed.getNow(0) + ", got " + kinds());
        }
        if (fits.test(down)) {
          return down;
        }
      }
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  /// The first message that fits, whether it has come already or comes next.
  D early(Predicate<D> fits) {
    List<D> came = all(fits, d -> d);
    return came.isEmpty() ? await(fits) : came.getFirst();
  }

  public boolean has(Predicate<D> fits) {
    return !all(fits, d -> d).isEmpty();
  }

  public <T> List<T> all(Predicate<D> fits, Function<D, T> map) {
    synchronized (all) {
      return all.stream().filter(fits).map(map).toList();
    }
  }

  private List<Object> kinds() {
    synchronized (all) {
      return all.stream()
          .<Object>map(d -> d.getAllFields().keySet().iterator().next().getName())
          .toList();
    }
  }

  public int closeCode() {
    try {
      return closed.get(30, TimeUnit.SECONDS);
    } catch (Exception late) {
      throw new AssertionError("not closed; got " + kinds(), late);
    }
  }

  public boolean isOpen() {
    return !closed.isDone();
  }
}
