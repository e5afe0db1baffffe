package havn.conversation.redis;

import havn.conversation.Conversations;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.redis.Bytes;
import havn.redis.LuaScript;
import havn.redis.Redis;
import io.vertx.core.Future;

/// `pause.lua`: a conversation that needs no room for now.
record PauseScript(Redis redis) {

  private static final LuaScript LUA = LuaScript.beside(PauseScript.class, "pause.lua");

  Future<Void> run(DeviceId device, ConversationId id) {
    return redis
        .run(
            LUA,
            ConversationKeys.room(device),
            Bytes.of(id.hex()),
            Bytes.of(Conversations.LIFE.toMillis()))
        .mapEmpty();
  }
}
