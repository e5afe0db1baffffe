package havn.redis;

import havn.kernel.time.SystemTime;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.ProtocolKeyword;
import io.netty.channel.EventLoop;
import io.vertx.core.Future;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.PromiseInternal;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The connection of one event loop. All of its state belongs to that loop.
///
/// Commands are answered in order, so the oldest one under way tells whether Redis still answers.
/// When it does not, the connection is thrown away; the next command opens a new one, and those
/// that come meanwhile wait for it.
final class Link {

  private static final long WATCH_MILLIS = 250;

  private final EventLoop loop;
  private final RedisClient client;
  private final Driver driver;
  private final int most;
  private final long patienceNanos;
  private final ScheduledFuture<?> watching;
  private final Queue<Call<?>> underWay = new ArrayDeque<>();
  private @Nullable StatefulRedisConnection<byte[], byte[]> connection;
  private boolean connecting;
  private volatile boolean closed;

  Link(EventLoop loop, Driver driver, RedisSettings settings) {
    this.loop = loop;
    this.driver = driver;
    this.client = driver.client(loop, false);
    this.most = settings.underWay();
    this.patienceNanos = settings.answer().toNanos();
    this.watching =
        loop.scheduleAtFixedRate(this::watch, WATCH_MILLIS, WATCH_MILLIS, TimeUnit.MILLISECONDS);
  }

  /// Stops watching; what is under way fails. The client of the driver is closed by [Driver].
  void close() {
    watching.cancel(false);
    closed = true;
    loop.execute(() -> failAll("the connection to Redis closed"));
  }

  /// Sends one command; the future completes on `context`, which runs on this link's loop.
  <T> Future<T> send(
      ContextInternal context,
      ProtocolKeyword type,
      CommandOutput<byte[], byte[], T> output,
      CommandArgs<byte[], byte[]> args) {
    PromiseInternal<T> answer = context.promise();
    Call<T> call = new Call<>(type, output, args, answer);
    if (loop.inEventLoop()) {
      send(call);
    } else {
      loop.execute(() -> send(call));
    }
    return answer.future();
  }

  private void send(Call<?> call) {
    forgetDone();
    if (closed || underWay.size() >= most) {
      call.fail(closed ? "the connection to Redis closed" : "too many Redis commands under way");
      return;
    }
    call.sentAt = SystemTime.monotonicNanos();
    underWay.add(call);
    StatefulRedisConnection<byte[], byte[]> now = connection;
    if (now != null && now.isOpen()) {
      now.dispatch(call);
    } else if (!connecting) {
      connect();
    }
  }

  private void connect() {
    connecting = true;
    connection = null;
    client
        .connectAsync(ByteArrayCodec.INSTANCE, driver.uri())
        .whenComplete((made, failure) -> loop.execute(() -> connected(made, failure)));
  }

  private void connected(
      @Nullable StatefulRedisConnection<byte[], byte[]> made, @Nullable Throwable failure) {
    connecting = false;
    if (made == null || failure != null) {
      failAll("Redis cannot be reached");
      return;
    }
    connection = made;
    forgetDone();
    long now = SystemTime.monotonicNanos();
    for (Call<?> waiting : List.copyOf(underWay)) {
      waiting.sentAt = now;
      made.dispatch(waiting);
    }
  }

  private void watch() {
    forgetDone();
    Call<?> oldest = underWay.peek();
    if (oldest != null
        && !connecting
        && SystemTime.monotonicNanos() - oldest.sentAt > patienceNanos) {
      StatefulRedisConnection<byte[], byte[]> silent = connection;
      connection = null;
      failAll("Redis did not answer in time");
      if (silent != null) {
        var unused = silent.closeAsync();
      }
    }
  }

  private void forgetDone() {
    for (Call<?> head = underWay.peek(); head != null && head.isDone(); head = underWay.peek()) {
      underWay.remove();
    }
  }

  private void failAll(String why) {
    for (Call<?> call = underWay.poll(); call != null; call = underWay.poll()) {
      call.fail(why);
    }
  }
}
