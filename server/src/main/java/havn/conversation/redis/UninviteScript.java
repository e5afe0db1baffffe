package havn.conversation.redis;

import havn.kernel.id.DeviceId;
import havn.redis.Bytes;
import havn.redis.LuaScript;
import havn.redis.Redis;
import havn.redis.Reply;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/// `uninvite.lua`: an invitation ends without an entrance.
record UninviteScript(Redis redis) {

  private static final LuaScript LUA = LuaScript.beside(UninviteScript.class, "uninvite.lua");

  /// By the holder of the claim; answers who was invited.
  Future<Optional<DeviceId>> withdraw(ConversationKeys keys, long fence) {
    return run(keys, Long.toString(fence), "");
  }

  /// By the invited.
  Future<Optional<DeviceId>> decline(ConversationKeys keys, DeviceId device) {
    return run(keys, "", device.hex());
  }

  private Future<Optional<DeviceId>> run(ConversationKeys keys, String fence, String device) {
    return redis
        .run(LUA, List.of(keys.meta()), Bytes.of(fence), Bytes.of(device))
        .map(
            reply ->
                reply instanceof Reply.Bytes bytes
                    ? Optional.of(new DeviceId(bytes.text()))
                    : Optional.empty());
  }
}
