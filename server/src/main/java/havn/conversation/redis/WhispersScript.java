package havn.conversation.redis;

import havn.conversation.LogEntry;
import havn.kernel.id.DeviceId;
import havn.redis.Bytes;
import havn.redis.LuaScript;
import havn.redis.Redis;
import havn.redis.Reply;
import io.vertx.core.Future;
import java.util.List;

/// `whispers.lua`: what was whispered, for somebody who is in the chat.
record WhispersScript(Redis redis) {

  private static final LuaScript LUA = LuaScript.beside(WhispersScript.class, "whispers.lua");

  Future<List<LogEntry>> run(ConversationKeys keys, DeviceId device, int from, int most) {
    return redis
        .run(
            LUA,
            keys.metaAndWhispers(),
            Bytes.of(device.hex()),
            Bytes.of("1-" + from),
            Bytes.of(most))
        .map(reply -> reply.parts().stream().map(WhispersScript::entry).toList());
  }

  private static LogEntry entry(Reply reply) {
    List<Reply> idAndFields = reply.parts();
    return new LogEntry(
        StreamIds.seq(idAndFields.get(0)), idAndFields.get(1).parts().get(1).bytes());
  }
}
