package havn.line.redis;

import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.redis.Bytes;
import havn.redis.LuaScript;
import havn.redis.Redis;
import io.vertx.core.Future;
import java.time.Instant;

/// `offer.lua`: one visitor offered to one device, whose turn this is.
record OfferScript(Redis redis) {

  private static final LuaScript LUA = LuaScript.beside(OfferScript.class, "offer.lua");

  Future<Boolean> run(
      LineKeys keys, ConversationId conversation, DeviceId device, Instant now, Instant until) {
    return redis
        .run(
            LUA,
            keys.five(),
            Bytes.of(conversation.hex()),
            Bytes.of(device.hex()),
            Bytes.of(now.toEpochMilli()),
            Bytes.of(until.toEpochMilli()),
            Bytes.of(RedisLines.LIFE.toMillis()))
        .map(reply -> reply.number() == 1);
  }
}
