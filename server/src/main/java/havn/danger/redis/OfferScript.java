package havn.danger.redis;

import havn.danger.DangerCall;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.redis.Bytes;
import havn.redis.Key;
import havn.redis.LuaScript;
import havn.redis.Redis;
import io.vertx.core.Future;
import java.util.List;

/// `offer.lua`: somebody can come to a call that stands.
record OfferScript(Redis redis) {

  private static final LuaScript LUA = LuaScript.beside(OfferScript.class, "offer.lua");

  Future<Boolean> run(Key calls, ConversationId chat, DeviceId device) {
    return redis
        .run(
            LUA,
            List.of(calls),
            Bytes.of(chat.hex()),
            Bytes.of(device.hex()),
            Bytes.of(DangerCall.MOST_COMING))
        .map(reply -> reply.number() == 1);
  }
}
