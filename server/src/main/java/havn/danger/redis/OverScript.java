package havn.danger.redis;

import havn.danger.DangerCall;
import havn.redis.Bytes;
import havn.redis.Key;
import havn.redis.LuaScript;
import havn.redis.Redis;
import io.vertx.core.Future;
import java.util.List;

/// `over.lua`: one call is over.
record OverScript(Redis redis) {

  private static final LuaScript LUA = LuaScript.beside(OverScript.class, "over.lua");

  Future<Void> run(Key calls, DangerCall call) {
    return redis
        .run(
            LUA,
            List.of(calls),
            Bytes.of(call.conversation().hex()),
            Bytes.of(call.since().toEpochMilli()))
        .mapEmpty();
  }
}
