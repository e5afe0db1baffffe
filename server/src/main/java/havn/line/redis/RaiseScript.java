package havn.line.redis;

import havn.kernel.id.ConversationId;
import havn.line.Boost;
import havn.line.Waiter;
import havn.redis.Bytes;
import havn.redis.LuaScript;
import havn.redis.Redis;
import io.vertx.core.Future;
import java.time.Instant;

/// `raise.lua`: one visitor in the line is in danger now.
record RaiseScript(Redis redis) {

  private static final LuaScript LUA = LuaScript.beside(RaiseScript.class, "raise.lua");

  Future<Boolean> run(LineKeys keys, ConversationId conversation, Instant since, Instant now) {
    return redis
        .run(
            LUA,
            keys.four(),
            Bytes.of(conversation.hex()),
            Bytes.of(Boost.DANGER.name()),
            Bytes.of(Waiter.order(since, Boost.DANGER)),
            Bytes.of(now.toEpochMilli()))
        .map(reply -> reply.number() == 1);
  }
}
