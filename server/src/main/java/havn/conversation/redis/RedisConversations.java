package havn.conversation.redis;

import havn.conversation.Conversation;
import havn.conversation.ConversationLog;
import havn.conversation.Conversations;
import havn.conversation.Debt;
import havn.conversation.Ending;
import havn.conversation.Party;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.secret.Secret;
import havn.redis.Key;
import havn.redis.Redis;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class RedisConversations implements Conversations {

  private final Redis redis;
  private final OpenScript open;
  private final EndangerScript endanger;
  private final ClaimScript claim;
  private final AppendStatementScript appendStatement;
  private final AppendEpochScript appendEpoch;
  private final EndScript end;
  private final RedeemScript redeem;
  private final PresenceScripts presence;
  private final ReserveScript reserve;
  private final PauseScript pause;
  private final GoOnScript goOn;

  RedisConversations(Redis redis) {
    this.redis = redis;
    this.open = new OpenScript(redis);
    this.endanger = new EndangerScript(redis);
    this.claim = new ClaimScript(redis);
    this.appendStatement = new AppendStatementScript(redis);
    this.appendEpoch = new AppendEpochScript(redis);
    this.end = new EndScript(redis);
    this.redeem = new RedeemScript(redis);
    this.presence = new PresenceScripts(redis);
    this.reserve = new ReserveScript(redis);
    this.pause = new PauseScript(redis);
    this.goOn = new GoOnScript(redis);
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
  public Future<Boolean> endanger(ConversationId id) {
    return endanger.run(ConversationKeys.of(id));
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
  public Future<Optional<Ending>> leave(ConversationId id, byte[] body, Debt debt) {
    return end.runOwing(ConversationKeys.of(id), body, debt);
  }

  @Override
  public Future<Optional<ConversationId>> redeem(
      ConversationId id, Secret capability, ConversationId next) {
    return redeem.give(ConversationKeys.of(id), capability, next);
  }

  @Override
  public Future<Void> settle(ConversationId id, Secret capability) {
    return redeem.settle(ConversationKeys.of(id), capability);
  }

  @Override
  public Future<Optional<Debt>> owes(ConversationId id, Secret capability) {
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
  public Future<Optional<Instant>> apart(ConversationId id, Instant now) {
    return presence.apart(ConversationKeys.of(id), now);
  }

  @Override
  public Future<Void> together(ConversationId id) {
    return redis.deleteField(ConversationKeys.of(id).meta(), "apart").mapEmpty();
  }

  @Override
  public Future<Optional<Ending>> forsake(ConversationId id, byte[] body, Instant since) {
    return end.runIfApart(ConversationKeys.of(id), body, since);
  }

  @Override
  public Future<List<ConversationId>> heldBy(DeviceId device) {
    return members(ConversationKeys.chats(device));
  }

  @Override
  public Future<Boolean> reserve(DeviceId device, ConversationId id, int most) {
    return reserve.run(device, id, most);
  }

  @Override
  public Future<Void> release(DeviceId device, ConversationId id) {
    return redis
        .dropMember(ConversationKeys.chats(device), id.hex())
        .compose(released -> redis.dropMember(ConversationKeys.paused(device), id.hex()));
  }

  @Override
  public Future<Void> pause(DeviceId device, ConversationId id) {
    return pause.run(device, id);
  }

  @Override
  public Future<Boolean> goOn(DeviceId device, ConversationId id, int most) {
    return goOn.run(device, id, most);
  }

  @Override
  public Future<List<ConversationId>> pausedBy(DeviceId device) {
    return members(ConversationKeys.paused(device));
  }

  private Future<List<ConversationId>> members(Key key) {
    return redis.members(key).map(ids -> ids.stream().map(ConversationId::new).toList());
  }
}
