package havn.conversation.redis;

import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.redis.Bytes;
import havn.redis.LuaScript;
import havn.redis.Redis;
import io.vertx.core.Future;

/// `go-on.lua`: a paused conversation has its room again.
record GoOnScript(Redis redis) {

  private static final LuaScript LUA = LuaScript.beside(GoOnScript.class, "go-on.lua");

  Future<Boolean> run(DeviceId device, ConversationId id, int most) {
    return redis
        .run(LUA, ConversationKeys.room(device), Bytes.of(id.hex()), Bytes.of(most))
        .map(reply -> reply.number() == 1);
  }
}
