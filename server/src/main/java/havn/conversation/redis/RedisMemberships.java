package havn.conversation.redis;

import havn.conversation.Invitation;
import havn.conversation.Memberships;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.redis.Redis;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

final class RedisMemberships implements Memberships {

  private final InviteScript invite;
  private final UninviteScript uninvite;
  private final AcceptScript accept;
  private final DropScript drop;

  RedisMemberships(Redis redis) {
    this.invite = new InviteScript(redis);
    this.uninvite = new UninviteScript(redis);
    this.accept = new AcceptScript(redis);
    this.drop = new DropScript(redis);
  }

  @Override
  public Future<Invited> invite(ConversationId id, long fence, Invitation invitation, Instant now) {
    return invite.run(ConversationKeys.of(id), fence, invitation, now);
  }

  @Override
  public Future<Optional<DeviceId>> withdraw(ConversationId id, long fence) {
    return uninvite.withdraw(ConversationKeys.of(id), fence);
  }

  @Override
  public Future<Boolean> decline(ConversationId id, DeviceId device) {
    return uninvite.decline(ConversationKeys.of(id), device).map(Optional::isPresent);
  }

  @Override
  public Future<Optional<Entrance>> accept(ConversationId id, DeviceId device, Instant now) {
    return accept.run(ConversationKeys.of(id), device, now);
  }

  @Override
  public Future<Boolean> remove(ConversationId id, long fence, DeviceId member) {
    return drop.remove(ConversationKeys.of(id), fence, member);
  }

  @Override
  public Future<Boolean> leave(ConversationId id, DeviceId member) {
    return drop.leave(ConversationKeys.of(id), member);
  }
}
