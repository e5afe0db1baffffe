package havn.line.redis;

import havn.kernel.id.ConversationId;
import havn.line.Wants;
import havn.redis.Bytes;
import havn.redis.LuaScript;
import havn.redis.Redis;
import io.vertx.core.Future;

/// `relax.lua`: one visitor gives something up, or answers that they will not.
record RelaxScript(Redis redis) {

  private static final LuaScript LUA = LuaScript.beside(RelaxScript.class, "relax.lua");

  Future<Boolean> run(LineKeys keys, ConversationId conversation, String word, int question) {
    return redis
        .run(
            LUA,
            keys.four(),
            Bytes.of(conversation.hex()),
            Bytes.of(word),
            Bytes.of(question),
            Bytes.of(Wants.MOST_RELAXED))
        .map(reply -> reply.number() == 1);
  }
}
