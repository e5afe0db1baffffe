package havn.line.redis;

import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.redis.Bytes;
import havn.redis.LuaScript;
import havn.redis.Redis;
import io.vertx.core.Future;
import java.time.Instant;

/// `shorten.lua`: an offer that lapses earlier.
record ShortenScript(Redis redis) {

  private static final LuaScript LUA = LuaScript.beside(ShortenScript.class, "shorten.lua");

  Future<Boolean> run(LineKeys keys, ConversationId conversation, DeviceId device, Instant until) {
    return redis
        .run(
            LUA,
            keys.four(),
            Bytes.of(conversation.hex()),
            Bytes.of(device.hex()),
            Bytes.of(until.toEpochMilli()))
        .map(reply -> reply.number() == 1);
  }
}
