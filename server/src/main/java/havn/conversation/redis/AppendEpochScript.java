package havn.conversation.redis;

import havn.conversation.ConversationLog;
import havn.redis.Bytes;
import havn.redis.LuaScript;
import havn.redis.Redis;
import io.vertx.core.Future;

/// `append-epoch.lua`: an epoch, with the fence and compare-and-set on the number.
record AppendEpochScript(Redis redis) {

  private static final LuaScript LUA =
      LuaScript.beside(AppendEpochScript.class, "append-epoch.lua");

  /// The entry's number, or 0.
  Future<Integer> run(ConversationKeys keys, long fence, int number, byte[] body) {
    return redis
        .run(
            LUA,
            keys.both(),
            Bytes.of(fence),
            Bytes.of(ConversationLog.MOST),
            body,
            Bytes.of(number))
        .map(StreamIds::seq);
  }
}
