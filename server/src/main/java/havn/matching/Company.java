package havn.matching;

import havn.conversation.Conversation;
import havn.conversation.Conversations;
import havn.conversation.Invitation;
import havn.conversation.Memberships;
import havn.conversation.Stage;
import havn.duty.DutyRecord;
import havn.duty.Presences;
import havn.duty.Shift;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.wire.v1.Code;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Colleagues come into a chat by invitation and leave it. That the visitor agreed is for the
/// people's devices to see; the server holds to what the lead asked for.
public final class Company {

  private static final int MOST_COLLEAGUES = 40;

  private final Conversations conversations;
  private final Memberships memberships;
  private final Presences presences;
  private final Reservations reservations;
  private final InstantSource time;

  public Company(
      Conversations conversations,
      Memberships memberships,
      Presences presences,
      InstantSource time) {
    this.conversations = conversations;
    this.memberships = memberships;
    this.presences = presences;
    this.reservations = new Reservations(conversations, time);
    this.time = time;
  }

  /// Who else is on duty for the conversation's service and said a name; at most 40. Empty when the
  /// device does not lead the conversation.
  public Future<Optional<List<DutyRecord>>> colleagues(DeviceId lead, ConversationId id) {
    return conversations
        .find(id)
        .compose(
            found ->
                led(found, lead).isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : presences
                        .of(found.orElseThrow().ring().service())
                        .map(duty -> Optional.of(others(duty, lead))));
  }

  private List<DutyRecord> others(List<DutyRecord> duty, DeviceId lead) {
    Instant now = time.instant();
    return duty.stream()
        .filter(d -> !d.device().equals(lead) && d.present(now) && d.name().isPresent())
        .sorted(Comparator.comparing(d -> d.device().hex()))
        .limit(MOST_COLLEAGUES)
        .toList();
  }

  /// Invites a device on duty for the conversation's service. A code when that is refused.
  ///
  /// @param comesToHelp whether its person said that they come to somebody in danger: then a break
  ///     keeps nobody from joining, and whoever is full has room for one more
  public Future<Optional<Code>> invite(
      DeviceId lead,
      ConversationId id,
      long fence,
      DeviceId device,
      Invitation.Kind kind,
      boolean comesToHelp) {
    return conversations
        .find(id)
        .compose(
            found ->
                led(found, lead)
                    .map(
                        taken ->
                            invite(
                                found.orElseThrow(),
                                fence,
                                new Invitation(device, kind, time.instant().plus(Invitation.LIFE)),
                                comesToHelp))
                    .orElseGet(() -> refused(Code.NOT_YOURS)));
  }

  private Future<Optional<Code>> invite(
      Conversation conversation, long fence, Invitation invitation, boolean canCome) {
    boolean comesToHelp = canCome && invitation.kind() == Invitation.Kind.JOIN;
    Instant now = time.instant();
    ConversationId id = conversation.id();
    DeviceId device = invitation.device();
    return presences
        .of(conversation.ring().service())
        .map(duty -> duty.stream().filter(d -> d.device().equals(device)).findFirst())
        .compose(
            duty -> {
              if (duty.isEmpty()
                  || !duty.get().present(now)
                  || (duty.get().onBreak() && !comesToHelp)) {
                return refused(Code.NOT_ON_DUTY);
              }
              if (!duty.get().takes() && invitation.kind() == Invitation.Kind.HANDOVER) {
                return refused(Code.ROLE_REFUSED); // interpreters and trainees lead no chat
              }
              if (!duty.get().mayTake(conversation.ring().lane()) && !comesToHelp) {
                return refused(Code.NOT_ON_DUTY); // their shift is for another lane
              }
              return reservations
                  .reserve(device, id, duty.get().capacity() + (comesToHelp ? 1 : 0))
                  .compose(
                      room ->
                          room
                              ? memberships
                                  .invite(id, fence, invitation, now)
                                  .compose(invited -> outcome(invited, device, id))
                              : refused(Code.NO_ROOM));
            });
  }

  private Future<Optional<Code>> outcome(
      Memberships.Invited invited, DeviceId device, ConversationId id) {
    Optional<Code> code =
        switch (invited) {
          case DONE -> Optional.empty();
          case BEHIND -> Optional.of(Code.EPOCH_BEHIND);
          case PENDING -> Optional.of(Code.INVITATION_PENDING);
          case CROWDED -> Optional.of(Code.CHAT_CROWDED);
        };
    return code.isEmpty()
        ? Future.succeededFuture(code)
        : reservations.giveBackUnlessHeld(device, id).map(code);
  }

  /// The lead takes the invitation back; answers who was invited.
  public Future<Optional<DeviceId>> withdraw(ConversationId id, long fence) {
    return memberships
        .withdraw(id, fence)
        .compose(
            device ->
                device.isPresent()
                    ? reservations.giveBackUnlessHeld(device.get(), id).map(device)
                    : Future.succeededFuture(device));
  }

  /// The invited declines; false when it was not invited.
  public Future<Boolean> decline(DeviceId device, ConversationId id) {
    return memberships
        .decline(id, device)
        .compose(gone -> reservations.giveBackUnlessHeld(device, id).map(gone));
  }

  /// The invited comes in.
  public Future<Entering> accept(Shift shift, ConversationId id) {
    return conversations
        .find(id)
        .compose(
            found ->
                found
                    .map(conversation -> accept(shift, conversation))
                    .orElseGet(
                        () -> Future.succeededFuture(new Entering.Refused(Code.INVITATION_GONE))));
  }

  private Future<Entering> accept(Shift shift, Conversation conversation) {
    Instant now = time.instant();
    boolean bound = !shift.takes() || leads(conversation, shift.device());
    if (!shift.covers(conversation.ring().service(), now)
        || (bound
            && !shift.mayTake(conversation.ring().service(), conversation.ring().lane(), now))) {
      return Future.succeededFuture(new Entering.Refused(Code.NOT_ON_DUTY));
    }
    ConversationId id = conversation.id();
    return memberships
        .accept(id, shift.device(), now)
        .compose(
            entrance ->
                entrance
                    .map(in -> parted(in, id).<Entering>map(new Entering.Entered(conversation, in)))
                    .orElseGet(
                        () ->
                            reservations
                                .giveBackUnlessHeld(shift.device(), id)
                                .map(new Entering.Refused(Code.INVITATION_GONE))));
  }

  /// Whether the device is asked to lead it from now on.
  private static boolean leads(Conversation conversation, DeviceId device) {
    return conversation.stage() instanceof Stage.Taken taken
        && taken
            .invitation()
            .filter(i -> i.device().equals(device) && i.kind() == Invitation.Kind.HANDOVER)
            .isPresent();
  }

  private Future<?> parted(Memberships.Entrance entrance, ConversationId id) {
    return Future.all(
        entrance.gone().stream().map(device -> conversations.release(device, id)).toList());
  }

  /// The lead takes a member out; false when it was none or the claim has moved on.
  public Future<Boolean> remove(ConversationId id, long fence, DeviceId member) {
    return memberships
        .remove(id, fence, member)
        .compose(removed -> removed ? conversations.release(member, id).map(true) : nothing());
  }

  /// A member leaves; false when it was none.
  public Future<Boolean> leave(ConversationId id, DeviceId member) {
    return memberships
        .leave(id, member)
        .compose(left -> left ? conversations.release(member, id).map(true) : nothing());
  }

  private static Future<Boolean> nothing() {
    return Future.succeededFuture(false);
  }

  private static Future<Optional<Code>> refused(Code code) {
    return Future.succeededFuture(Optional.of(code));
  }

  private static Optional<Stage.Taken> led(Optional<Conversation> found, DeviceId lead) {
    return found
        .map(Conversation::stage)
        .filter(stage -> stage instanceof Stage.Taken)
        .map(stage -> (Stage.Taken) stage)
        .filter(taken -> taken.device().equals(lead));
  }
}
