package havn.duty.redis;

import havn.duty.DutyRecord;
import havn.redis.Bytes;
import havn.redis.Key;
import havn.redis.LuaScript;
import havn.redis.Redis;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/// `called.lua`: notes on a duty record that its person was called.
record CalledScript(Redis redis) {

  private static final LuaScript LUA = LuaScript.beside(CalledScript.class, "called.lua");

  Future<Boolean> run(Key duty, DutyRecord record, Instant at) {
    return redis
        .run(
            LUA,
            List.of(duty),
            Bytes.of(record.device().hex()),
            Bytes.of(Long.toString(record.beat().toEpochMilli())),
            Bytes.of(Long.toString(at.toEpochMilli())))
        .map(reply -> reply.number() == 1);
  }
}
