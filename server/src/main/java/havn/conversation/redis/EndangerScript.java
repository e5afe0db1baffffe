package havn.conversation.redis;

import havn.redis.LuaScript;
import havn.redis.Redis;
import io.vertx.core.Future;
import java.util.List;

/// `endanger.lua`: somebody who waits is in danger now.
record EndangerScript(Redis redis) {

  private static final LuaScript LUA = LuaScript.beside(EndangerScript.class, "endanger.lua");

  Future<Boolean> run(ConversationKeys keys) {
    return redis.run(LUA, List.of(keys.meta())).map(reply -> reply.number() == 1);
  }
}
