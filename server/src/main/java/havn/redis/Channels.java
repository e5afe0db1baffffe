package havn.redis;

import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.vertx.core.Future;
import io.vertx.core.internal.ContextInternal;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/// Plain publish and subscribe on a connection of its own, which ends with [Redis]. The connection
/// comes back by itself and subscribes again; what was said meanwhile is lost, and `returned` of
/// each subscription says so.
public final class Channels implements AutoCloseable {

  /// Who listens to one channel. Called on one event loop; must not block.
  public interface Listener {

    void heard(byte[] message);

    /// The subscription stands again after a break; messages may have been missed.
    void returned();
  }

  private final ContextInternal context;
  private final StatefulRedisPubSubConnection<byte[], byte[]> connection;
  private final Map<Key, Listener> listeners = new ConcurrentHashMap<>();
  private final Map<Key, Boolean> stood = new ConcurrentHashMap<>();

  private Channels(
      ContextInternal context, StatefulRedisPubSubConnection<byte[], byte[]> connection) {
    this.context = context;
    this.connection = connection;
    connection.addListener(new Ear());
  }

  static Future<Channels> open(ContextInternal context, Driver driver) {
    var client = driver.client(context.nettyEventLoop(), true);
    return home(client.connectPubSubAsync(ByteArrayCodec.INSTANCE, driver.uri()), context)
        .recover(failure -> Future.failedFuture(new RedisUnavailable("Redis cannot be reached")))
        .map(connection -> new Channels(context, connection));
  }

  /// Listens to a channel until closed. One listener per channel.
  public Future<Void> subscribe(Key channel, Listener listener) {
    listeners.put(channel, listener);
    return home(connection.async().subscribe(channel.encoded), context);
  }

  @Override
  public void close() {
    listeners.clear();
    var unused = connection.async().unsubscribe();
  }

  /// The one bridge from the driver's futures: completes on the given context, never on the
  /// driver's thread.
  private static <T> Future<T> home(CompletionStage<T> stage, ContextInternal context) {
    return Future.fromCompletionStage(stage, context);
  }

  private final class Ear extends RedisPubSubAdapter<byte[], byte[]> {

    @Override
    public void message(byte[] channel, byte[] message) {
      Listener listener = listeners.get(new Key(channel));
      if (listener != null) {
        context.execute(message, listener::heard);
      }
    }

    @Override
    public void subscribed(byte[] channel, long count) {
      Key key = new Key(channel);
      Listener listener = listeners.get(key);
      if (stood.putIfAbsent(key, true) != null && listener != null) {
        context.execute(() -> listener.returned());
      }
    }
  }
}
