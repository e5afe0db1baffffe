package havn.redis;

import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Commands. Each goes over the connection of the caller's event loop and completes on the caller's
/// context; a caller outside Vert.x gets a context. A failed future is a [RedisUnavailable] or a
/// [RedisRefused].
public final class Redis implements AutoCloseable {

  private static final byte[] PX = Bytes.of("PX");
  private static final byte[] XX = Bytes.of("XX");
  private static final byte[] STREAM_FIELD = Bytes.of("e");
  private static final byte[] ZEROS = new byte[1024];
  private static final byte[] NEXT_ID = Bytes.of("1-*");

  private final VertxInternal vertx;
  private final RedisSettings settings;
  private final Driver driver;
  private volatile boolean closed;
  private final Map<EventExecutor, Link> links = new ConcurrentHashMap<>();

  private Redis(VertxInternal vertx, RedisSettings settings) {
    this.vertx = vertx;
    this.settings = settings;
    this.driver = new Driver(settings);
  }

  /// Opens the door; fails when Redis does not answer a ping or refuses the user.
  public static Future<Redis> open(Vertx vertx, RedisSettings settings) {
    Redis redis = new Redis((VertxInternal) vertx, settings);
    return redis.ping().map(redis).onFailure(unreachable -> redis.close());
  }

  public Future<Void> ping() {
    return reply(CommandType.PING, args()).mapEmpty();
  }

  /// The value; empty when there is none.
  public Future<Optional<byte[]>> get(Key key) {
    return reply(CommandType.GET, args().add(key.encoded)).map(Redis::optional);
  }

  /// Answers the value and removes it in the same step.
  public Future<Optional<byte[]>> take(Key key) {
    return reply(CommandType.GETDEL, args().add(key.encoded)).map(Redis::optional);
  }

  /// Sets a value that dies after `life`.
  public Future<Void> set(Key key, byte[] value, Duration life) {
    return reply(CommandType.SET, args().add(key.encoded).add(value).add(PX).add(life.toMillis()))
        .mapEmpty();
  }

  /// Replaces a value that is there, and lets its life stand; false when there is none.
  public Future<Boolean> replace(Key key, byte[] value) {
    return reply(
            CommandType.SET, args().add(key.encoded).add(value).add(XX).add(Bytes.of("KEEPTTL")))
        .map(Redis::optional)
        .map(Optional::isPresent);
  }

  /// Whether there was something to delete.
  public Future<Boolean> delete(Key key) {
    return reply(CommandType.DEL, args().add(key.encoded)).map(r -> r.number() == 1);
  }

  /// Whether there was something that now dies after `life`.
  public Future<Boolean> expire(Key key, Duration life) {
    return reply(CommandType.PEXPIRE, args().add(key.encoded).add(life.toMillis()))
        .map(r -> r.number() == 1);
  }

  public Future<Boolean> exists(Key key) {
    return reply(CommandType.EXISTS, args().add(key.encoded)).map(r -> r.number() == 1);
  }

  /// Every field of a hash; empty when there is no such hash.
  public Future<Map<String, byte[]>> fields(Key key) {
    return reply(CommandType.HGETALL, args().add(key.encoded)).map(Redis::pairs);
  }

  public Future<Void> setField(Key key, String field, byte[] value) {
    return reply(CommandType.HSET, args().add(key.encoded).add(Bytes.of(field)).add(value))
        .mapEmpty();
  }

  /// All of them in one step; at least one.
  public Future<Void> setFields(Key key, Map<String, byte[]> values) {
    CommandArgs<byte[], byte[]> args = args().add(key.encoded);
    values.forEach((field, value) -> args.add(Bytes.of(field)).add(value));
    return reply(CommandType.HSET, args).mapEmpty();
  }

  public Future<Boolean> deleteField(Key key, String field) {
    return reply(CommandType.HDEL, args().add(key.encoded).add(Bytes.of(field)))
        .map(r -> r.number() == 1);
  }

  /// Puts a member in order, or moves it.
  public Future<Void> order(Key key, String member, double score) {
    return reply(CommandType.ZADD, args().add(key.encoded).add(score).add(Bytes.of(member)))
        .mapEmpty();
  }

  /// Moves a member that is there; without effect otherwise.
  public Future<Void> reorder(Key key, String member, double score) {
    return reply(CommandType.ZADD, args().add(key.encoded).add(XX).add(score).add(Bytes.of(member)))
        .mapEmpty();
  }

  /// Where a member stands in the order; empty when it does not.
  public Future<Optional<Double>> score(Key key, String member) {
    return reply(CommandType.ZSCORE, args().add(key.encoded).add(Bytes.of(member)))
        .map(
            found ->
                found instanceof Reply.Bytes text
                    ? Optional.of(Double.valueOf(text.text()))
                    : Optional.empty());
  }

  /// How many members are in order.
  public Future<Integer> ordered(Key key) {
    return reply(CommandType.ZCARD, args().add(key.encoded)).map(r -> (int) r.number());
  }

  /// The first `most` members in rising order.
  public Future<List<Scored>> inOrder(Key key, int most) {
    return reply(
            CommandType.ZRANGE,
            args().add(key.encoded).add(0).add(most - 1L).add(Bytes.of("WITHSCORES")))
        .map(Redis::scored);
  }

  public Future<Boolean> dropFromOrder(Key key, String member) {
    return reply(CommandType.ZREM, args().add(key.encoded).add(Bytes.of(member)))
        .map(r -> r.number() == 1);
  }

  /// Drops members with a score below `score`.
  public Future<Long> dropBelow(Key key, double score) {
    return reply(
            CommandType.ZREMRANGEBYSCORE,
            args().add(key.encoded).add(Bytes.of("-inf")).add(Bytes.of("(" + score)))
        .map(Reply::number);
  }

  public Future<List<String>> members(Key key) {
    return reply(CommandType.SMEMBERS, args().add(key.encoded))
        .map(r -> r.parts().stream().map(Reply::text).toList());
  }

  public Future<Integer> memberCount(Key key) {
    return reply(CommandType.SCARD, args().add(key.encoded)).map(r -> (int) r.number());
  }

  public Future<Void> dropMember(Key key, String member) {
    return reply(CommandType.SREM, args().add(key.encoded).add(Bytes.of(member))).mapEmpty();
  }

  /// Puts a value first in a list that keeps the newest `most` and dies after `life`.
  public Future<Void> pushBounded(Key key, byte[] value, int most, Duration life) {
    Future<Reply> pushed = reply(CommandType.LPUSH, args().add(key.encoded).add(value));
    Future<Reply> trimmed = reply(CommandType.LTRIM, args().add(key.encoded).add(0).add(most - 1L));
    return Future.all(pushed, trimmed, expire(key, life)).mapEmpty();
  }

  public Future<List<byte[]>> list(Key key, int most) {
    return reply(CommandType.LRANGE, args().add(key.encoded).add(0).add(most - 1L))
        .map(r -> r.parts().stream().map(Reply::bytes).toList());
  }

  /// Appends to a stream that exists and answers the entry's number, or 0 when the stream is gone.
  /// About `most` newest entries are kept.
  public Future<Integer> append(Key key, int most, byte[] entry) {
    CommandArgs<byte[], byte[]> args =
        args().add(key.encoded).add(NOMKSTREAM).add(MAXLEN).add(ABOUT).add(most).add(NEXT_ID);
    return send(CommandType.XADD, new SeqOutput(), args.add(STREAM_FIELD).add(entry));
  }

  private static final byte[] NOMKSTREAM = Bytes.of("NOMKSTREAM");
  private static final byte[] MAXLEN = Bytes.of("MAXLEN");
  private static final byte[] ABOUT = Bytes.of("~");

  /// At most `most` entries in order, from number `from` on.
  public Future<List<StreamEntry>> read(Key key, int from, int most) {
    return reply(
            CommandType.XRANGE,
            args()
                .add(key.encoded)
                .add(Bytes.of("1-" + from))
                .add(Bytes.of("+"))
                .add(Bytes.of("COUNT"))
                .add(most))
        .map(Redis::entries);
  }

  /// Says `message` on a channel. Nothing is kept; answers how many listen.
  public Future<Long> publish(Key channel, byte[] message) {
    return reply(CommandType.PUBLISH, args().add(channel.encoded).add(message)).map(Reply::number);
  }

  /// Overwrites what the commands just sent, and their answers, left behind in Redis' buffers for
  /// this event loop's connection.
  public Future<Void> rinse() {
    return reply(CommandType.PING, args().add(ZEROS)).mapEmpty();
  }

  /// Runs a script in one step.
  public Future<Reply> run(LuaScript script, List<Key> keys, byte[]... arguments) {
    return reply(CommandType.EVALSHA, scriptArgs(script.sha1, keys, arguments))
        .recover(
            failure ->
                failure instanceof RedisRefused refused && refused.scriptUnknown()
                    ? reply(CommandType.EVAL, scriptArgs(script.source, keys, arguments))
                    : Future.failedFuture(failure));
  }

  /// Opens a connection for subscriptions.
  public Future<Channels> channels() {
    return Channels.open(context(), driver);
  }

  @Override
  public void close() {
    closed = true;
    links.values().forEach(Link::close);
    driver.close();
  }

  private Future<Reply> reply(CommandType type, CommandArgs<byte[], byte[]> args) {
    return send(type, new ReplyOutput(), args);
  }

  private <T> Future<T> send(
      CommandType type, CommandOutput<byte[], byte[], T> output, CommandArgs<byte[], byte[]> args) {
    ContextInternal context = context();
    if (closed) {
      return context.failedFuture(new RedisUnavailable("the connection to Redis closed"));
    }
    EventLoop loop = context.nettyEventLoop();
    Link link = links.get(loop);
    if (link == null) {
      link = links.computeIfAbsent(loop, unused -> new Link(loop, driver, settings));
    }
    return link.send(context, type, output, args);
  }

  private ContextInternal context() {
    return vertx.getOrCreateContext();
  }

  private static CommandArgs<byte[], byte[]> args() {
    return new CommandArgs<>(ByteArrayCodec.INSTANCE);
  }

  private static CommandArgs<byte[], byte[]> scriptArgs(
      byte[] script, List<Key> keys, byte[]... arguments) {
    CommandArgs<byte[], byte[]> args = args().add(script).add(keys.size());
    keys.forEach(key -> args.add(key.encoded));
    for (byte[] argument : arguments) {
      args.add(argument);
    }
    return args;
  }

  private static Optional<byte[]> optional(Reply reply) {
    return reply instanceof Reply.Bytes bytes ? Optional.of(bytes.value()) : Optional.empty();
  }

  private static Map<String, byte[]> pairs(Reply reply) {
    List<Reply> parts = reply.parts();
    Map<String, byte[]> pairs = HashMap.newHashMap(parts.size() / 2);
    for (int i = 0; i + 1 < parts.size(); i += 2) {
      pairs.put(parts.get(i).text(), parts.get(i + 1).bytes());
    }
    return pairs;
  }

  private static List<Scored> scored(Reply reply) {
    List<Reply> parts = reply.parts();
    List<Scored> scored = new ArrayList<>(parts.size() / 2);
    for (int i = 0; i + 1 < parts.size(); i += 2) {
      scored.add(new Scored(parts.get(i).text(), Double.parseDouble(parts.get(i + 1).text())));
    }
    return scored;
  }

  private static List<StreamEntry> entries(Reply reply) {
    return reply.parts().stream().map(Redis::entry).toList();
  }

  private static StreamEntry entry(Reply reply) {
    List<Reply> idAndFields = reply.parts();
    String id = idAndFields.get(0).text();
    int seq = SeqOutput.seq(StandardCharsets.US_ASCII.encode(id));
    return new StreamEntry(seq, idAndFields.get(1).parts().get(1).bytes());
  }
}
