package havn.conversation.redis;

import havn.conversation.Conversation;
import havn.conversation.Conversations;
import havn.redis.Bytes;
import havn.redis.LuaScript;
import havn.redis.Redis;
import io.vertx.core.Future;
import java.util.List;

/// `open.lua`: a conversation that waits.
record OpenScript(Redis redis) {

  private static final LuaScript LUA = LuaScript.beside(OpenScript.class, "open.lua");

  Future<Boolean> run(ConversationKeys keys, Conversation.Ring ring) {
    return redis
        .run(
            LUA,
            List.of(keys.meta()),
            Bytes.of(Conversations.LIFE.toMillis()),
            Bytes.of(ring.service().slug()),
            Bytes.of(ring.lane()),
            Bytes.of(ring.language()),
            ring.card().toByteArray(),
            Bytes.of(ring.capability()),
            Bytes.of(ring.since().toEpochMilli()),
            Bytes.of(ring.danger() ? 1 : 0),
            Bytes.of(ring.toldDays().map(String::valueOf).orElse("")))
        .map(reply -> reply.number() == 1);
  }
}
