package havn.line.redis;

import havn.kernel.id.ConversationId;
import havn.redis.Bytes;
import havn.redis.LuaScript;
import havn.redis.Redis;
import io.vertx.core.Future;

/// `leave.lua`: out of the line.
record LeaveScript(Redis redis) {

  private static final LuaScript LUA = LuaScript.beside(LeaveScript.class, "leave.lua");

  Future<Boolean> run(LineKeys keys, ConversationId conversation) {
    return redis
        .run(LUA, keys.four(), Bytes.of(conversation.hex()))
        .map(reply -> reply.number() == 1);
  }
}
