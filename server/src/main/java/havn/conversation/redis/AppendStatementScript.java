package havn.conversation.redis;

import havn.conversation.ConversationLog;
import havn.kernel.id.DeviceId;
import havn.redis.Bytes;
import havn.redis.LuaScript;
import havn.redis.Redis;
import io.vertx.core.Future;

/// `append-statement.lua`: a shift statement, with the fence or by a member.
record AppendStatementScript(Redis redis) {

  private static final LuaScript LUA =
      LuaScript.beside(AppendStatementScript.class, "append-statement.lua");

  /// The entry's number, or 0.
  Future<Integer> run(ConversationKeys keys, long fence, DeviceId device, byte[] body) {
    return redis
        .run(
            LUA,
            keys.both(),
            Bytes.of(fence),
            Bytes.of(ConversationLog.MOST),
            body,
            Bytes.of(device.hex()))
        .map(StreamIds::seq);
  }
}
