package havn.conversation.redis;

import havn.conversation.Reloads;
import havn.kernel.id.ConversationId;
import havn.redis.Key;
import havn.redis.LuaScript;
import havn.redis.Redis;
import havn.redis.Scored;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// `{c:<hex>}:reload` is the key's fingerprint, then what the page sealed, whose first 64 bytes
/// nothing opens without. It passes through no script, since Lua remembers its texts; what passed
/// through a connection is rinsed out of its buffers. `reloads` orders conversations by their end;
/// the key's own life is longer, so that [#sweep(Instant)] overwrites it first.
final class RedisReloads implements Reloads {

  private static final Key ENDS = Key.of("reloads");
  private static final Duration NET = Duration.ofMinutes(30);
  private static final int MOST_PER_SWEEP = 1_000;
  private static final LuaScript SHRED = LuaScript.beside(RedisReloads.class, "shred-reload.lua");

  private final Redis redis;

  RedisReloads(Redis redis) {
    this.redis = redis;
  }

  @Override
  public Future<Void> keep(ConversationId id, String key, byte[] sealed, Instant now) {
    byte[] opens = key.getBytes(StandardCharsets.US_ASCII);
    byte[] value = Arrays.copyOf(opens, opens.length + sealed.length);
    System.arraycopy(sealed, 0, value, opens.length, sealed.length);
    return shred(id)
        .compose(gone -> redis.order(ENDS, id.hex(), end(now)))
        .compose(ordered -> redis.set(at(id), value, LIFE.plus(NET)))
        .compose(kept -> redis.rinse());
  }

  @Override
  public Future<Optional<byte[]>> open(ConversationId id, String key, Instant now) {
    byte[] opens = key.getBytes(StandardCharsets.US_ASCII);
    return Future.all(redis.score(ENDS, id.hex()), redis.get(at(id)))
        .compose(
            both -> {
              Optional<Double> ends = both.resultAt(0);
              Optional<byte[]> value = both.resultAt(1);
              boolean lives = ends.filter(end -> end > now.toEpochMilli()).isPresent();
              return redis.rinse().map(value.filter(v -> lives && opens(v, opens)));
            })
        .map(value -> value.map(v -> Arrays.copyOfRange(v, opens.length, v.length)));
  }

  private static boolean opens(byte[] value, byte[] key) {
    return value.length > key.length
        && MessageDigest.isEqual(Arrays.copyOf(value, key.length), key);
  }

  @Override
  public Future<Void> renew(ConversationId id, Instant now) {
    return redis
        .expire(at(id), LIFE.plus(NET))
        .compose(
            there -> there ? redis.reorder(ENDS, id.hex(), end(now)) : Future.succeededFuture());
  }

  @Override
  public Future<Void> shred(ConversationId id) {
    return redis
        .run(SHRED, List.of(at(id)))
        .compose(shredded -> redis.dropFromOrder(ENDS, id.hex()))
        .mapEmpty();
  }

  @Override
  public Future<Integer> sweep(Instant now) {
    return redis
        .inOrder(ENDS, MOST_PER_SWEEP)
        .compose(
            first -> {
              List<ConversationId> over =
                  first.stream()
                      .filter(one -> one.score() <= now.toEpochMilli())
                      .map(Scored::member)
                      .map(ConversationId::new)
                      .toList();
              Future<Void> done = Future.succeededFuture();
              for (ConversationId id : over) {
                done = done.compose(before -> shred(id));
              }
              return done.map(over.size());
            });
  }

  private static double end(Instant now) {
    return now.plus(LIFE).toEpochMilli();
  }

  private static Key at(ConversationId id) {
    return ConversationKeys.of(id).reload();
  }
}
