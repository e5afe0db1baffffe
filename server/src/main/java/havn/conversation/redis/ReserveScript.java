package havn.conversation.redis;

import havn.conversation.Conversations;
import havn.kernel.id.ConversationId;
import havn.redis.Bytes;
import havn.redis.Key;
import havn.redis.LuaScript;
import havn.redis.Redis;
import io.vertx.core.Future;
import java.util.List;

/// `reserve.lua`: room for one more conversation of a device.
record ReserveScript(Redis redis) {

  private static final LuaScript LUA = LuaScript.beside(ReserveScript.class, "reserve.lua");

  Future<Boolean> run(Key chats, ConversationId id, int most) {
    return redis
        .run(
            LUA,
            List.of(chats),
            Bytes.of(id.hex()),
            Bytes.of(most),
            Bytes.of(Conversations.LIFE.toMillis()))
        .map(reply -> reply.number() == 1);
  }
}
