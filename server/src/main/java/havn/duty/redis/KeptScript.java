package havn.duty.redis;

import havn.duty.DutyRecord;
import havn.duty.Reach;
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

  Future<Instant> run(Key duty, Key kept, Instant otherwise, Instant now) {
    return redis
        .run(
            LUA,
            List.of(duty, kept),
            Bytes.of(otherwise.toEpochMilli()),
            Bytes.of(RedisPresences.KEPT.toMillis()),
            Bytes.of(now.toEpochMilli()),
            Bytes.of(DutyRecord.GONE.toMillis()),
            Bytes.of(Reach.HOLDS.toMillis()),
            Bytes.of(Reach.COMES.toMillis()))
        .map(reply -> Instant.ofEpochMilli(reply.number()));
  }
}
