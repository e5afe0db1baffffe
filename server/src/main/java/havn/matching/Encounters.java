package havn.matching;

import havn.conversation.Belongings;
import havn.conversation.Conversation;
import havn.conversation.Conversations;
import havn.conversation.Debt;
import havn.conversation.Ending;
import havn.conversation.Stage;
import havn.duty.Abilities;
import havn.duty.Presences;
import havn.duty.Shift;
import havn.duty.StaffedTruth;
import havn.kernel.id.ConversationId;
import havn.kernel.id.ServiceId;
import havn.line.Lines;
import havn.wire.StreamBody;
import havn.wire.v1.EndReason;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// Brings a visitor and a worker together, and lets them part.
public final class Encounters {

  /// What the service owes a visitor whose chat it ends for such a reason.
  private static final Map<EndReason, Debt> DEBTS =
      Map.of(
          EndReason.STAFF_SILENT, Debt.ANSWER,
          EndReason.DEVICE_REMOVED, Debt.ANSWER,
          EndReason.PLACE_GIVEN, Debt.PLACE);

  private final Conversations conversations;
  private final Lines lines;
  private final Reservations reservations;
  private final Belongings belongings;
  private final Alarms alarms;
  private final Presences presences;
  private final Interpreters interpreters;
  private final InstantSource time;

  /// @param belongings dropped at the end of a chat, which does not wait for it
  public Encounters(
      Conversations conversations,
      Lines lines,
      Belongings belongings,
      Alarms alarms,
      Presences presences,
      InstantSource time) {
    this.conversations = conversations;
    this.lines = lines;
    this.reservations = new Reservations(conversations, time);
    this.belongings = belongings;
    this.alarms = alarms;
    this.presences = presences;
    this.interpreters = new Interpreters(presences, time);
    this.time = time;
  }

  /// Takes a waiting chat for a device on duty.
  public Future<Taking> take(Shift shift, ConversationId id) {
    return conversations
        .find(id)
        .compose(
            found ->
                found
                    .map(conversation -> take(shift, conversation))
                    .orElseGet(() -> Future.succeededFuture(new Taking.AlreadyTaken())));
  }

  private Future<Taking> take(Shift shift, Conversation conversation) {
    Instant now = time.instant();
    Optional<Abilities> able = shift.able(conversation.ring().service(), now);
    if (!shift.takes() || !shift.covers(conversation.ring().service(), now) || able.isEmpty()) {
      return Future.succeededFuture(new Taking.NotOnDuty());
    }
    if (!(conversation.stage() instanceof Stage.Waiting)) {
      return lines
          .leave(conversation.ring().service(), conversation.id())
          .map(new Taking.AlreadyTaken());
    }
    return kept(shift, conversation.ring().service(), now)
        .compose(
            kept ->
                kept
                    ? takeInTurn(shift, able.get(), conversation, now)
                    : Future.succeededFuture(new Taking.NobodyBeside()));
  }

  private Future<Boolean> kept(Shift shift, ServiceId service, Instant now) {
    return shift.keepsOpen()
        ? Future.succeededFuture(true)
        : presences.of(service).map(duty -> StaffedTruth.kept(duty, now));
  }

  private Future<Taking> takeInTurn(
      Shift shift, Abilities able, Conversation conversation, Instant now) {
    return lines
        .waiting(conversation.ring().service())
        .compose(line -> interpreters.heeded(conversation.ring().service(), line))
        .compose(
            line ->
                switch (Offers.right(line, shift.device(), able, conversation.id(), now)) {
                  case MAY -> reserve(shift, conversation, now);
                  case OFFERED_TO_ANOTHER -> Future.succeededFuture(new Taking.OfferedToAnother());
                  case EARLIER_WAITS -> Future.succeededFuture(new Taking.EarlierWaits());
                  case NOT_FOR_THIS_DEVICE -> Future.succeededFuture(new Taking.NotForThisDevice());
                });
  }

  /// Whoever is full has room for one more who is in danger now.
  private Future<Taking> reserve(Shift shift, Conversation conversation, Instant now) {
    int most = shift.capacity() + (conversation.ring().danger() ? 1 : 0);
    return reservations
        .reserve(shift.device(), conversation.id(), most)
        .compose(
            room ->
                room
                    ? claim(shift, conversation, now)
                    : Future.succeededFuture(new Taking.NoRoom()));
  }

  private Future<Taking> claim(Shift shift, Conversation conversation, Instant now) {
    return conversations
        .claim(conversation.id(), shift.device())
        .compose(
            fence ->
                fence == 0
                    ? conversations
                        .release(shift.device(), conversation.id())
                        .map(new Taking.AlreadyTaken())
                    : leaveLine(shift, conversation, now)
                        .map(new Taking.Taken(conversation, fence)));
  }

  private Future<Void> leaveLine(Shift shift, Conversation conversation, Instant now) {
    Conversation.Ring ring = conversation.ring();
    Duration waited = Duration.between(ring.since(), now);
    return lines
        .leave(ring.service(), conversation.id())
        .compose(left -> lines.pickedUp(ring.service(), shift.device(), now, waited));
  }

  /// Ends a conversation wherever it is, once. Answers the number of its last entry; 0 when there
  /// is no stream or it was over already. When the service leaves the visitor, whoever rings again
  /// with its capability within 30 minutes stands in front; a call for help that stood goes on
  /// there.
  public Future<Integer> end(Conversation conversation, EndReason reason) {
    byte[] body = StreamBody.end(reason);
    Future<Optional<Ending>> ending =
        Optional.ofNullable(DEBTS.get(reason))
            .map(
                debt ->
                    alarms
                        .stands(conversation)
                        .map(danger -> danger ? Debt.DANGER : debt)
                        .compose(owed -> conversations.leave(conversation.id(), body, owed)))
            .orElseGet(() -> conversations.end(conversation.id(), body));
    return tidied(conversation, ending);
  }

  /// Ends a chat that nobody was connected to since then. Answers as above; 0 when somebody came.
  public Future<Integer> forsake(Conversation conversation, Instant since) {
    byte[] body = StreamBody.end(EndReason.VISITOR_GONE);
    return tidied(conversation, conversations.forsake(conversation.id(), body, since));
  }

  private Future<Integer> tidied(Conversation conversation, Future<Optional<Ending>> ending) {
    return ending.compose(
        ended ->
            ended
                .map(now -> tidy(conversation, now.had()).map(now.seq()))
                .orElseGet(() -> Future.succeededFuture(0)));
  }

  /// Forgets that help was called in a chat.
  public Future<Void> forgetCalls(Conversation conversation) {
    return alarms.forget(conversation);
  }

  /// Ends a conversation whose visitor left the line without a word. One that was taken meanwhile
  /// goes on; its place in the line, which a crash may have left, is cleared either way.
  public Future<?> giveUp(ServiceId service, ConversationId id) {
    return conversations
        .giveUp(id, StreamBody.end(EndReason.VISITOR_GONE))
        .compose(ended -> lines.leave(service, id));
  }

  private Future<?> tidy(Conversation conversation, Stage had) {
    return switch (had) {
      case Stage.Waiting w -> lines.leave(conversation.ring().service(), conversation.id());
      case Stage.Taken t -> {
        var dropping = belongings.drop(conversation.id());
        yield Future.all(
            Reservations.holders(t)
                .map(device -> conversations.release(device, conversation.id()))
                .toList());
      }
      case Stage.Ended e -> Future.succeededFuture();
    };
  }
}
