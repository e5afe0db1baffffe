package havn.conversation.redis;

import havn.conversation.Invitation;
import havn.conversation.Memberships;
import havn.conversation.Memberships.Invited;
import havn.redis.Bytes;
import havn.redis.LuaScript;
import havn.redis.Redis;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/// `invite.lua`: a device is asked in.
record InviteScript(Redis redis) {

  private static final LuaScript LUA = LuaScript.beside(InviteScript.class, "invite.lua");

  Future<Invited> run(ConversationKeys keys, long fence, Invitation invitation, Instant now) {
    return redis
        .run(
            LUA,
            List.of(keys.meta()),
            Bytes.of(fence),
            Bytes.of(invitation.device().hex()),
            Bytes.of(MemberText.kind(invitation.kind())),
            Bytes.of(invitation.until().toEpochMilli()),
            Bytes.of(now.toEpochMilli()),
            Bytes.of(Memberships.MOST_STAFF))
        .map(
            reply ->
                switch ((int) reply.number()) {
                  case 1 -> Invited.DONE;
                  case 2 -> Invited.PENDING;
                  case 3 -> Invited.CROWDED;
                  default -> Invited.BEHIND;
                });
  }
}
