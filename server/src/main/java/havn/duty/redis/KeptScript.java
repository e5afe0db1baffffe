package havn.duty.redis;

import havn.redis.Bytes;
import havn.redis.Key;
import havn.redis.LuaScript;
import havn.redis.Redis;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// `kept.lua`: until when lanes of a service were kept.
record KeptScript(Redis redis) {

  private static final LuaScript LUA = LuaScript.beside(KeptScript.class, "kept.lua");

  Future<Instant> run(Key there, Collection<String> lanes, Instant otherwise) {
    Stream<byte[]> times =
        Stream.of(Bytes.of(otherwise.toEpochMilli()), Bytes.of(RedisPresences.KEPT.toMillis()));
    return redis
        .run(
            LUA,
            List.of(there),
            Stream.concat(times, lanes.stream().map(Bytes::of)).toArray(byte[][]::new))
        .map(reply -> Instant.ofEpochMilli(reply.number()));
  }
}
