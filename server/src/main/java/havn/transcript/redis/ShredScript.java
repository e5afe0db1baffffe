package havn.transcript.redis;

import havn.redis.Key;
import havn.redis.LuaScript;
import havn.redis.Redis;
import io.vertx.core.Future;
import java.util.List;

/// `shred.lua`: overwritten where it lies, then deleted.
record ShredScript(Redis redis) {

  private static final LuaScript LUA = LuaScript.beside(ShredScript.class, "shred.lua");

  /// False when there was nothing.
  Future<Boolean> run(Key key) {
    return redis.run(LUA, List.of(key)).map(reply -> reply.number() == 1);
  }
}
