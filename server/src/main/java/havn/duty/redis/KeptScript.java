package havn.duty.redis;

import havn.redis.Bytes;
import havn.redis.Key;
import havn.redis.LuaScript;
import havn.redis.Redis;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/// `kept.lua`: until when the service was kept.
record KeptScript(Redis redis) {

  private static final LuaScript LUA = LuaScript.beside(KeptScript.class, "kept.lua");

  Future<Instant> run(Key kept, Instant otherwise) {
    return redis
        .run(
            LUA,
            List.of(kept),
            Bytes.of(otherwise.toEpochMilli()),
            Bytes.of(RedisPresences.KEPT.toMillis()))
        .map(reply -> Instant.ofEpochMilli(reply.number()));
  }
}
