package havn.conversation.redis;

import havn.conversation.Conversations;
import havn.kernel.id.DeviceId;
import havn.redis.Bytes;
import havn.redis.LuaScript;
import havn.redis.Redis;
import havn.redis.Reply;
import io.vertx.core.Future;

/// `claim.lua`: a waiting conversation becomes this device's.
record ClaimScript(Redis redis) {

  private static final LuaScript LUA = LuaScript.beside(ClaimScript.class, "claim.lua");

  /// The fence, from 1; 0 when it did not wait.
  Future<Long> run(ConversationKeys keys, DeviceId device) {
    return redis
        .run(LUA, keys.both(), Bytes.of(device.hex()), Bytes.of(Conversations.LIFE.toMillis()))
        .map(Reply::number);
  }
}
