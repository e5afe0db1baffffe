package havn.conversation.redis;

import havn.conversation.Member;
import havn.conversation.Memberships.Entrance;
import havn.kernel.id.DeviceId;
import havn.redis.Bytes;
import havn.redis.LuaScript;
import havn.redis.Redis;
import havn.redis.Reply;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `accept.lua`: the invited becomes a member, or the lead.
record AcceptScript(Redis redis) {

  private static final LuaScript LUA = LuaScript.beside(AcceptScript.class, "accept.lua");

  /// Empty when no invitation of this device stands.
  Future<Optional<Entrance>> run(ConversationKeys keys, DeviceId device, Instant now) {
    return redis
        .run(LUA, List.of(keys.meta()), Bytes.of(device.hex()), Bytes.of(now.toEpochMilli()))
        .map(reply -> entrance(reply, device));
  }

  private static Optional<Entrance> entrance(Reply reply, DeviceId device) {
    List<Reply> parts = reply.parts();
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    List<DeviceId> gone = new ArrayList<>();
    if (!parts.get(3).text().isEmpty()) {
      gone.add(new DeviceId(parts.get(3).text()));
    }
    MemberText.members(parts.get(4).text()).stream().map(Member::device).forEach(gone::add);
    gone.remove(device);
    return Optional.of(
        new Entrance(
            MemberText.kind(parts.get(0).text()),
            parts.get(1).number(),
            (int) parts.get(2).number(),
            List.copyOf(gone)));
  }
}
