package havn.cluster;

import havn.kernel.secret.Randomness;
import havn.redis.Channels;
import havn.redis.Key;
import havn.redis.Redis;
import havn.redis.Scored;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/// This process among its like.
public final class Cluster implements AutoCloseable {

  /// What others said. Called on one event loop.
  public interface Listener {

    void heard(String from, byte[] message);

    /// Some messages may have been lost.
    void returned();

    /// These processes are new here; they may not know yet what is followed here.
    void came(Set<String> nodes);

    /// These processes have not been heard of for 15 seconds, and may have ended without a word.
    void gone(Set<String> nodes);
  }

  private static final Duration BEAT = Duration.ofSeconds(5);
  private static final Duration GONE = Duration.ofSeconds(15);
  private static final int MOST_NODES = 64;
  private static final int ID_LENGTH = 16;
  private static final Key NODES = Key.of("nodes");

  private final Vertx vertx;
  private final Redis redis;
  private final InstantSource time;
  private final String id = HexFormat.of().formatHex(Randomness.bytes(ID_LENGTH / 2));
  private final byte[] idBytes = id.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  private final Map<String, Key> channels = new ConcurrentHashMap<>();
  private volatile Set<String> others = Set.of();
  private final AtomicBoolean missed = new AtomicBoolean();
  private volatile Listener listener = new Deaf();
  private final Channels ear;
  private final long timer;

  private Cluster(Vertx vertx, Redis redis, InstantSource time, Channels ear) {
    this.vertx = vertx;
    this.redis = redis;
    this.time = time;
    this.ear = ear;
    this.timer = vertx.setPeriodic(BEAT.toMillis(), tick -> beat());
  }

  /// Joins: begins to beat and to listen.
  public static Future<Cluster> join(Vertx vertx, Redis redis, InstantSource time) {
    return redis
        .channels()
        .map(ear -> new Cluster(vertx, redis, time, ear))
        .compose(Cluster::begin);
  }

  private Future<Cluster> begin() {
    return ear.subscribe(channel(id), new Ear())
        .compose(subscribed -> beat())
        .onSuccess(beaten -> sayAll(new byte[0])) // wakes others, who then know this process
        .map(this)
        .onFailure(failed -> close());
  }

  public String id() {
    return id;
  }

  /// The other processes, at most 64; usually none.
  public Set<String> others() {
    return others;
  }

  /// Whether a process of this id is alive, this one included.
  public boolean alive(String node) {
    return node.equals(id) || others.contains(node);
  }

  public void listen(Listener newListener) {
    listener = newListener;
  }

  /// Says something to one other process.
  public void say(String node, byte[] message) {
    byte[] whole = new byte[ID_LENGTH + message.length];
    System.arraycopy(idBytes, 0, whole, 0, ID_LENGTH);
    System.arraycopy(message, 0, whole, ID_LENGTH, message.length);
    var unused = redis.publish(channel(node), whole);
  }

  public void sayAll(byte[] message) {
    others.forEach(node -> say(node, message));
  }

  /// Leaves, so that the others know at once.
  public Future<Void> leave() {
    vertx.cancelTimer(timer);
    ear.close();
    return redis.dropFromOrder(NODES, id).mapEmpty();
  }

  @Override
  public void close() {
    var unused = leave();
  }

  private Future<Void> beat() {
    Instant now = time.instant();
    return redis
        .order(NODES, id, now.toEpochMilli())
        .compose(beaten -> redis.dropBelow(NODES, now.minus(GONE).toEpochMilli()))
        .compose(dropped -> redis.inOrder(NODES, MOST_NODES))
        .map(this::know)
        .onSuccess(known -> catchUp())
        .mapEmpty();
  }

  /// After a break, as soon as Redis answers commands too, not only brings messages.
  private void catchUp() {
    if (missed.getAndSet(false)) {
      listener.returned();
    }
  }

  private Set<String> know(List<Scored> nodes) {
    Set<String> known =
        nodes.stream()
            .map(Scored::member)
            .filter(node -> !node.equals(id))
            .collect(Collectors.toUnmodifiableSet());
    channels.keySet().retainAll(known);
    Set<String> gone = new HashSet<>(others);
    gone.removeAll(known);
    Set<String> fresh = new HashSet<>(known);
    fresh.removeAll(others);
    others = known;
    if (!gone.isEmpty()) {
      listener.gone(gone);
    }
    if (!fresh.isEmpty()) {
      listener.came(fresh);
    }
    return known;
  }

  private Key channel(String node) {
    return channels.computeIfAbsent(node, n -> Key.of("node:" + n));
  }

  private final class Ear implements Channels.Listener {

    @Override
    public void heard(byte[] whole) {
      if (whole.length < ID_LENGTH) {
        return;
      }
      String from = new String(whole, 0, ID_LENGTH, java.nio.charset.StandardCharsets.US_ASCII);
      if (!others.contains(from)) {
        var unused = beat();
      }
      if (whole.length > ID_LENGTH) {
        listener.heard(from, java.util.Arrays.copyOfRange(whole, ID_LENGTH, whole.length));
      }
    }

    @Override
    public void returned() {
      missed.set(true);
      var unused = beat();
    }
  }

  private static final class Deaf implements Listener {

    @Override
    public void heard(String from, byte[] message) {}

    @Override
    public void returned() {}

    @Override
    public void came(Set<String> nodes) {}

    @Override
    public void gone(Set<String> nodes) {}
  }
}
