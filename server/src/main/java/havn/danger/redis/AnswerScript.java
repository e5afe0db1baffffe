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

/// `answer.lua`: somebody who hears a call that stands says whether they can come.
record AnswerScript(Redis redis) {

  private static final LuaScript LUA = LuaScript.beside(AnswerScript.class, "answer.lua");

  Future<Boolean> run(Key calls, ConversationId chat, DeviceId device, DangerCall.Word word) {
    return redis
        .run(
            LUA,
            List.of(calls),
            Bytes.of(chat.hex()),
            Bytes.of(device.hex()),
            Bytes.of(mark(word)),
            Bytes.of(word.most()))
        .map(reply -> reply.number() == 1);
  }

  /// In front of a device in the store.
  static String mark(DangerCall.Word word) {
    return switch (word) {
      case COMES -> "+";
      case HEARD -> "-";
    };
  }
}
