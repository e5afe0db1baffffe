package havn.conversation.redis;

import havn.kernel.id.DeviceId;
import havn.redis.Bytes;
import havn.redis.LuaScript;
import havn.redis.Redis;
import io.vertx.core.Future;
import java.util.List;

/// `drop.lua`: a member is one no longer.
record DropScript(Redis redis) {

  private static final LuaScript LUA = LuaScript.beside(DropScript.class, "drop.lua");

  /// By the holder of the claim.
  Future<Boolean> remove(ConversationKeys keys, long fence, DeviceId member) {
    return run(keys, Long.toString(fence), member);
  }

  /// By the member.
  Future<Boolean> leave(ConversationKeys keys, DeviceId member) {
    return run(keys, "", member);
  }

  private Future<Boolean> run(ConversationKeys keys, String fence, DeviceId member) {
    return redis
        .run(LUA, List.of(keys.meta()), Bytes.of(fence), Bytes.of(member.hex()))
        .map(reply -> reply.number() == 1);
  }
}
