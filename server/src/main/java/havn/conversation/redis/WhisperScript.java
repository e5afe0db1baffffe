package havn.conversation.redis;

import havn.conversation.Member;
import havn.conversation.Whispers;
import havn.conversation.Whispers.Told;
import havn.kernel.id.DeviceId;
import havn.redis.Bytes;
import havn.redis.LuaScript;
import havn.redis.Redis;
import havn.redis.Reply;
import io.vertx.core.Future;
import java.util.List;
import java.util.stream.Stream;

/// `whisper.lua`: one entry of a chat's whispers, by somebody who is in the chat.
record WhisperScript(Redis redis) {

  private static final LuaScript LUA = LuaScript.beside(WhisperScript.class, "whisper.lua");

  Future<Told> key(ConversationKeys keys, DeviceId device, long fence, int epoch, byte[] body) {
    return run(keys, device, Bytes.of("key"), Bytes.of(fence), Bytes.of(epoch), body);
  }

  Future<Told> say(ConversationKeys keys, DeviceId device, int slot, byte[] body) {
    return run(keys, device, Bytes.of("say"), Bytes.of(slot), Bytes.of(""), body);
  }

  private Future<Told> run(
      ConversationKeys keys,
      DeviceId device,
      byte[] kind,
      byte[] place,
      byte[] epoch,
      byte[] body) {
    return redis
        .run(
            LUA,
            keys.metaAndWhispers(),
            Bytes.of(device.hex()),
            kind,
            place,
            epoch,
            Bytes.of(Whispers.MOST),
            body)
        .map(WhisperScript::told);
  }

  private static Told told(Reply reply) {
    List<Reply> parts = reply.parts();
    return switch (parts.get(0).text()) {
      case "behind" -> new Told.Behind();
      case "full" -> new Told.Full();
      case "not-yours" -> new Told.NotYours();
      default ->
          new Told.Stored(
              StreamIds.seq(parts.get(0)),
              Stream.concat(
                      Stream.of(new DeviceId(parts.get(1).text())),
                      MemberText.members(parts.get(2).text()).stream().map(Member::device))
                  .toList());
    };
  }
}
