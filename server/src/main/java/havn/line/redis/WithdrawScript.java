package havn.line.redis;

import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.redis.Bytes;
import havn.redis.LuaScript;
import havn.redis.Redis;
import io.vertx.core.Future;

/// `withdraw.lua`: an offer taken back, as if it had not been made.
record WithdrawScript(Redis redis) {

  private static final LuaScript LUA = LuaScript.beside(WithdrawScript.class, "withdraw.lua");

  Future<Boolean> run(LineKeys keys, ConversationId conversation, DeviceId device) {
    return redis
        .run(LUA, keys.four(), Bytes.of(conversation.hex()), Bytes.of(device.hex()))
        .map(reply -> reply.number() == 1);
  }
}
