package havn.conversation.redis;

import havn.conversation.Conversations;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.redis.Bytes;
import havn.redis.LuaScript;
import havn.redis.Redis;
import io.vertx.core.Future;

/// `reserve.lua`: room for one more conversation of a device.
record ReserveScript(Redis redis) {

  private static final LuaScript LUA = LuaScript.beside(ReserveScript.class, "reserve.lua");

  Future<Boolean> run(DeviceId device, ConversationId id, int most) {
    return redis
        .run(
            LUA,
            ConversationKeys.room(device),
            Bytes.of(id.hex()),
            Bytes.of(most),
            Bytes.of(Conversations.LIFE.toMillis()))
        .map(reply -> reply.number() == 1);
  }
}
