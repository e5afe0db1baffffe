package havn.danger.redis;

import havn.danger.DangerCall;
import havn.danger.DangerCalls;
import havn.kernel.id.ConversationId;
import havn.redis.Bytes;
import havn.redis.Key;
import havn.redis.LuaScript;
import havn.redis.Redis;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// `call.lua`: help is called for a chat, once while a call stands.
record CallScript(Redis redis) {

  private static final LuaScript LUA = LuaScript.beside(CallScript.class, "call.lua");

  Future<DangerCalls.Called> run(
      Key calls, ConversationId chat, DangerCall.By by, int slot, Instant now) {
    return redis
        .run(
            LUA,
            List.of(calls),
            Bytes.of(chat.hex()),
            Bytes.of(by.name().toLowerCase(Locale.ROOT)),
            Bytes.of(now.toEpochMilli()),
            Bytes.of(slot),
            Bytes.of(by.most()),
            Bytes.of(DangerCalls.MOST_STANDING),
            Bytes.of(DangerCalls.MOST),
            Bytes.of(DangerCalls.LIFE.toMillis()))
        .map(
            reply ->
                switch ((int) reply.number()) {
                  case 1 -> DangerCalls.Called.NOW;
                  case 2 -> DangerCalls.Called.STANDS;
                  case 3 -> DangerCalls.Called.ENOUGH;
                  default -> DangerCalls.Called.FULL;
                });
  }
}
