package havn.boot;

import havn.conversation.Conversation;
import havn.conversation.ConversationLog;
import havn.conversation.Conversations;
import havn.conversation.Debt;
import havn.conversation.Ending;
import havn.conversation.Party;
import havn.conversation.Stage;
import havn.figures.Counted;
import havn.figures.Tally;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.secret.Secret;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Conversations of which is counted how long they waited until somebody took them first, and
/// whether nobody did. Nobody waits for the counting, and no chat fails with it.
record CountedConversations(Conversations all, Tally tally, InstantSource clock)
    implements Conversations {

  /// The fence of the first claim.
  private static final long FIRST = 1;

  @Override
  public Future<Long> claim(ConversationId id, DeviceId device) {
    return all.claim(id, device)
        .onSuccess(
            fence -> {
              if (fence == FIRST) {
                about(id, this::taken);
              }
            });
  }

  private void taken(Conversation.Ring ring) {
    tally.count(
        ring.service(), Counted.takenAfter(Duration.between(ring.since(), clock.instant())));
  }

  @Override
  public Future<Optional<Ending>> end(ConversationId id, byte[] body) {
    return all.end(id, body).onSuccess(ending -> ended(id, ending));
  }

  @Override
  public Future<Optional<Ending>> leave(ConversationId id, byte[] body, Debt debt) {
    return all.leave(id, body, debt).onSuccess(ending -> ended(id, ending));
  }

  @Override
  public Future<Optional<Ending>> giveUp(ConversationId id, byte[] body) {
    return all.giveUp(id, body).onSuccess(ending -> ended(id, ending));
  }

  private void ended(ConversationId id, Optional<Ending> ending) {
    if (ending.filter(over -> over.had() instanceof Stage.Waiting).isPresent()) {
      about(id, ring -> tally.count(ring.service(), Counted.UNANSWERED));
    }
  }

  private void about(ConversationId id, Consumer<Conversation.Ring> then) {
    all.find(id).onSuccess(found -> found.map(Conversation::ring).ifPresent(then));
  }

  @Override
  public Future<Void> open(ConversationId id, Conversation.Ring ring) {
    return all.open(id, ring);
  }

  @Override
  public Future<Boolean> endanger(ConversationId id) {
    return all.endanger(id);
  }

  @Override
  public Future<Optional<Conversation>> find(ConversationId id) {
    return all.find(id);
  }

  @Override
  public ConversationLog log(ConversationId id) {
    return all.log(id);
  }

  @Override
  public Future<Integer> appendStatement(
      ConversationId id, long fence, DeviceId device, byte[] body) {
    return all.appendStatement(id, fence, device, body);
  }

  @Override
  public Future<Integer> appendEpoch(ConversationId id, long fence, int number, byte[] body) {
    return all.appendEpoch(id, fence, number, body);
  }

  @Override
  public Future<Optional<Debt>> owes(ConversationId id, Secret capability) {
    return all.owes(id, capability);
  }

  @Override
  public Future<Optional<ConversationId>> redeem(
      ConversationId id, Secret capability, ConversationId next) {
    return all.redeem(id, capability, next);
  }

  @Override
  public Future<Void> settle(ConversationId id, Secret capability) {
    return all.settle(id, capability);
  }

  @Override
  public Future<Void> forget(ConversationId id) {
    return all.forget(id);
  }

  @Override
  public Future<Void> connected(ConversationId id, Party party, String node) {
    return all.connected(id, party, node);
  }

  @Override
  public Future<Void> disconnected(ConversationId id, Party party, String node) {
    return all.disconnected(id, party, node);
  }

  @Override
  public Future<Optional<Instant>> apart(ConversationId id, Instant now) {
    return all.apart(id, now);
  }

  @Override
  public Future<Void> together(ConversationId id) {
    return all.together(id);
  }

  @Override
  public Future<Optional<Ending>> forsake(ConversationId id, byte[] body, Instant since) {
    return all.forsake(id, body, since);
  }

  @Override
  public Future<List<ConversationId>> heldBy(DeviceId device) {
    return all.heldBy(device);
  }

  @Override
  public Future<Boolean> reserve(DeviceId device, ConversationId id, int most) {
    return all.reserve(device, id, most);
  }

  @Override
  public Future<Void> release(DeviceId device, ConversationId id) {
    return all.release(device, id);
  }

  @Override
  public Future<Void> pause(DeviceId device, ConversationId id) {
    return all.pause(device, id);
  }

  @Override
  public Future<Boolean> goOn(DeviceId device, ConversationId id, int most) {
    return all.goOn(device, id, most);
  }

  @Override
  public Future<List<ConversationId>> pausedBy(DeviceId device) {
    return all.pausedBy(device);
  }
}
