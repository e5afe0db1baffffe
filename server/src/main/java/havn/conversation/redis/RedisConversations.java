package havn.conversation.redis;

import havn.conversation.Conversation;
import havn.conversation.ConversationLog;
import havn.conversation.Conversations;
import havn.conversation.Ending;
import havn.conversation.Party;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.secret.Secret;
import havn.redis.Redis;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

final class RedisConversations implements Conversations {

  private final Redis redis;
  private final OpenScript open;
  private final ClaimScript claim;
  private final AppendStatementScript appendStatement;
  private final AppendEpochScript appendEpoch;
  private final EndScript end;
  private final RedeemScript redeem;
  private final PresenceScripts presence;
  private final ReserveScript reserve;

  RedisConversations(Redis redis) {
    this.redis = redis;
    this.open = new OpenScript(redis);
    this.claim = new ClaimScript(redis);
    this.appendStatement = new AppendStatementScript(redis);
    this.appendEpoch = new AppendEpochScript(redis);
    this.end = new EndScript(redis);
    this.redeem = new RedeemScript(redis);
    this.presence = new PresenceScripts(redis);
    this.reserve = new ReserveScript(redis);
  }

  @Override
  public Future<Void> open(ConversationId id, Conversation.Ring ring) {
    return open.run(ConversationKeys.of(id), ring)
        .compose(
            opened ->
                opened
                    ? Future.succeededFuture()
                    : Future.failedFuture(new IllegalStateException("the id is taken")));
  }

  @Override
  public Future<Optional<Conversation>> find(ConversationId id) {
    return redis.fields(ConversationKeys.of(id).meta()).map(fields -> MetaHash.read(id, fields));
  }

  @Override
  public ConversationLog log(ConversationId id) {
    return new RedisLog(redis, ConversationKeys.of(id).log());
  }

  @Override
  public Future<Long> claim(ConversationId id, DeviceId device) {
    return claim.run(ConversationKeys.of(id), device);
  }

  @Override
  public Future<Integer> appendStatement(
      ConversationId id, long fence, DeviceId device, byte[] body) {
    return appendStatement.run(ConversationKeys.of(id), fence, device, body);
  }

  @Override
  public Future<Integer> appendEpoch(ConversationId id, long fence, int number, byte[] body) {
    return appendEpoch.run(ConversationKeys.of(id), fence, number, body);
  }

  @Override
  public Future<Optional<Ending>> end(ConversationId id, byte[] body) {
    return end.run(ConversationKeys.of(id), body);
  }

  @Override
  public Future<Optional<Ending>> leave(ConversationId id, byte[] body) {
    return end.runOwing(ConversationKeys.of(id), body);
  }

  @Override
  public Future<Boolean> redeem(ConversationId id, Secret capability) {
    return redeem.take(ConversationKeys.of(id), capability);
  }

  @Override
  public Future<Boolean> owes(ConversationId id, Secret capability) {
    return redeem.look(ConversationKeys.of(id), capability);
  }

  @Override
  public Future<Optional<Ending>> giveUp(ConversationId id, byte[] body) {
    return end.runIfWaiting(ConversationKeys.of(id), body);
  }

  @Override
  public Future<Void> forget(ConversationId id) {
    ConversationKeys keys = ConversationKeys.of(id);
    return Future.join(keys.all().stream().map(redis::delete).toList()).mapEmpty();
  }

  @Override
  public Future<Void> connected(ConversationId id, Party party, String node) {
    return presence.connected(ConversationKeys.of(id), party, node);
  }

  @Override
  public Future<Void> disconnected(ConversationId id, Party party, String node) {
    return presence.disconnected(ConversationKeys.of(id), party, node);
  }

  @Override
  public Future<List<ConversationId>> heldBy(DeviceId device) {
    return redis
        .members(ConversationKeys.chats(device))
        .map(held -> held.stream().map(ConversationId::new).toList());
  }

  @Override
  public Future<Boolean> reserve(DeviceId device, ConversationId id, int most) {
    return reserve.run(ConversationKeys.chats(device), id, most);
  }

  @Override
  public Future<Void> release(DeviceId device, ConversationId id) {
    return redis.dropMember(ConversationKeys.chats(device), id.hex());
  }
}
