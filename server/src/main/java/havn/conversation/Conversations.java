package havn.conversation;

import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.secret.Secret;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All conversations.
public interface Conversations {

  Duration LIFE = Duration.ofHours(24);

  /// How long an ended conversation can still be read by who was in it.
  Duration DYING = Duration.ofSeconds(120);

  /// How long a visitor whom the service left is owed a place in front.
  Duration OWED = Duration.ofMinutes(30);

  /// Opens a conversation that waits.
  Future<Void> open(ConversationId id, Conversation.Ring ring);

  /// Whoever waits is in danger now. False, and nothing changed, when it waits no longer.
  Future<Boolean> endanger(ConversationId id);

  /// Empty when it never was, or is over and forgotten.
  Future<Optional<Conversation>> find(ConversationId id);

  /// The stream; it need not exist yet.
  ConversationLog log(ConversationId id);

  /// Takes a waiting conversation, in one step: of two devices exactly one wins. Answers the fence,
  /// from 1; 0 when it did not wait.
  Future<Long> claim(ConversationId id, DeviceId device);

  /// Stores a shift statement for the holder of this fence, or with fence 0 for a member; answers
  /// its number, or 0 when the claim has moved on or the device is no member.
  Future<Integer> appendStatement(ConversationId id, long fence, DeviceId device, byte[] body);

  /// Stores an epoch when its number is the running one plus 1 and the fence is the current
  /// claim's; answers its number in the stream, or 0.
  Future<Integer> appendEpoch(ConversationId id, long fence, int number, byte[] body);

  /// Ends it, once: stores the last entry and lets everything die after two minutes. Empty when it
  /// was over already.
  Future<Optional<Ending>> end(ConversationId id, byte[] body);

  /// Ends it as [#end(ConversationId, byte[])] does, because the service leaves the visitor, who is
  /// owed a place in front of the line for 30 minutes.
  Future<Optional<Ending>> leave(ConversationId id, byte[] body, Debt debt);

  /// What is owed after this conversation to whoever has its capability.
  Future<Optional<Debt>> owes(ConversationId id, Secret capability);

  /// What is owed goes to the conversation `next`, and stays owed until it is settled: the answer
  /// to a ring may be lost. Answers which conversation it went to before; of several who ask at
  /// once only the last one's gets it.
  Future<Optional<ConversationId>> redeem(
      ConversationId id, Secret capability, ConversationId next);

  /// The visitor's page knows the place that it was owed: nothing is owed any more.
  Future<Void> settle(ConversationId id, Secret capability);

  /// Ends it as [#end(ConversationId, byte[])] does, but only while it waits; empty otherwise.
  Future<Optional<Ending>> giveUp(ConversationId id, byte[] body);

  /// Forgets a conversation that never got into the line.
  Future<Void> forget(ConversationId id);

  /// Notes which process holds the connection of a party.
  Future<Void> connected(ConversationId id, Party party, String node);

  /// Notes that this process does not hold it any more; without effect when another one does.
  Future<Void> disconnected(ConversationId id, Party party, String node);

  /// Since when nobody of a taken conversation is connected: `now`, unless it was noted before and
  /// nobody has connected meanwhile. Empty when it is not taken.
  Future<Optional<Instant>> apart(ConversationId id, Instant now);

  /// Somebody of it is connected: what was noted otherwise counts no longer.
  Future<Void> together(ConversationId id);

  /// Ends it as [#end(ConversationId, byte[])] does, when nobody has connected since `since`, which
  /// [#apart] answered; empty otherwise.
  Future<Optional<Ending>> forsake(ConversationId id, byte[] body, Instant since);

  /// Open conversations of a device.
  Future<List<ConversationId>> heldBy(DeviceId device);

  /// Reserves room for one more; false when the device holds `most` already.
  Future<Boolean> reserve(DeviceId device, ConversationId id, int most);

  /// Gives the room back.
  Future<Void> release(DeviceId device, ConversationId id);

  /// Lends the room of a conversation to others until it goes on; the device holds it still.
  Future<Void> pause(DeviceId device, ConversationId id);

  /// Takes the room of a paused conversation back; false, and nothing changed, when the device
  /// holds `most` others. True when it is not paused.
  Future<Boolean> goOn(DeviceId device, ConversationId id, int most);

  /// Conversations of a device that are paused.
  Future<List<ConversationId>> pausedBy(DeviceId device);
}
