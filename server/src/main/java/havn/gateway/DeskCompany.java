package havn.gateway;

import com.google.protobuf.ByteString;
import havn.conversation.Conversation;
import havn.conversation.Invitation;
import havn.conversation.Memberships;
import havn.conversation.Stage;
import havn.delivery.Seat;
import havn.duty.DutyRecord;
import havn.duty.Shift;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.matching.Entering;
import havn.matching.Fit;
import havn.wire.DeskFrame;
import havn.wire.ToDesk;
import havn.wire.v1.Code;
import havn.wire.v1.Colleague;
import havn.wire.v1.Colleagues;
import havn.wire.v1.EndReason;
import havn.wire.v1.InvitationKind;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Colleagues in the chats of one desk: who is asked in, comes and goes. What changed is told by
/// looking at the conversation, so that a word that was lost between processes is made good by the
/// next. Belongs to its socket's event loop.
final class DeskCompany {

  private static final int MOST_LATER = 16;

  private final Console console;
  private final Duty duty;
  private final DeskChats chats;
  private final DeskWatched watched;

  /// Invitations this console made, with their end; at most one per chat it leads.
  private final Map<ConversationId, Instant> asked = new HashMap<>();

  /// Invitations this person was shown; at most the device's capacity.
  private final Set<ConversationId> invited = new HashSet<>();

  /// Chats that somebody who only watches wished to follow while they were off duty; at most 16.
  private final Map<ConversationId, DeskFrame.Attach> later = new HashMap<>();

  DeskCompany(Console console, Duty duty, DeskChats chats) {
    this.console = console;
    this.duty = duty;
    this.chats = chats;
    this.watched = new DeskWatched(console, duty);
  }

  void colleagues(DeskFrame.Colleagues frame) {
    console.answer(
        console.house().company().colleagues(console.device(), frame.conversation()),
        found ->
            found.ifPresentOrElse(
                duty -> console.send(ToDesk.colleagues(colleagues(frame.conversation(), duty))),
                () -> console.refuse(Code.NOT_YOURS, frame.request())));
  }

  private Colleagues colleagues(ConversationId id, List<DutyRecord> duty) {
    Instant now = now();
    Colleagues.Builder all =
        Colleagues.newBuilder().setConversation(ByteString.copyFrom(id.bytes()));
    for (DutyRecord one : duty) {
      one.name()
          .ifPresent(
              name ->
                  all.addItems(
                      Colleague.newBuilder()
                          .setDevice(ByteString.copyFrom(one.device().bytes()))
                          .setName(name.name())
                          .setNameSalt(ByteString.copyFrom(HexFormat.of().parseHex(name.saltHex())))
                          .setFree(one.free(now))
                          .addAllLanguages(one.abilities().languages())
                          .setOutside(one.abilities().traits().contains(Fit.OUTSIDE))));
    }
    return all.build();
  }

  void invite(DeskFrame.Invite frame) {
    ConversationId id = frame.conversation();
    Invitation.Kind kind = frame.handover() ? Invitation.Kind.HANDOVER : Invitation.Kind.JOIN;
    console.answer(
        watched
            .asked(frame)
            .compose(
                refused ->
                    refused.isEmpty() ? invite(frame, kind) : Future.succeededFuture(refused)),
        refused ->
            refused.ifPresentOrElse(
                code -> console.refuse(code, frame.request()),
                () -> {
                  asked.put(id, now().plus(Invitation.LIFE));
                  console.relay().look(frame.device(), id);
                }));
  }

  private Future<Optional<Code>> invite(DeskFrame.Invite frame, Invitation.Kind kind) {
    ConversationId id = frame.conversation();
    return console
        .house()
        .danger()
        .isComing(id, frame.device())
        .compose(
            coming ->
                console
                    .house()
                    .company()
                    .invite(console.device(), id, frame.fence(), frame.device(), kind, coming));
  }

  void withdraw(DeskFrame.Withdraw frame) {
    if (leads(frame.conversation(), frame.fence())) {
      withdraw(frame.conversation(), frame.fence());
    } else {
      console.refuse(Code.NOT_YOURS, frame.request());
    }
  }

  /// Fences are no secrets: the chat must be this device's own.
  private boolean leads(ConversationId id, long fence) {
    return fence != 0 && chats.fence(id) == fence;
  }

  private void withdraw(ConversationId id, long fence) {
    console.answer(
        console.house().company().withdraw(id, fence),
        device -> {
          device.ifPresent(invitee -> console.relay().look(invitee, id));
          look(id);
        });
  }

  void answer(DeskFrame.Answer frame) {
    ConversationId id = frame.conversation();
    Optional<Shift> shift = duty.shift();
    if (!frame.accept()) {
      invited.remove(id);
      console.answer(console.house().company().decline(console.device(), id), gone -> tellLead(id));
    } else if (shift.isEmpty()) {
      console.refuse(Code.NOT_ON_DUTY, frame.request());
    } else {
      console.answer(
          watched
              .came(id)
              .compose(
                  refused ->
                      refused
                          .<Future<Entering>>map(
                              code -> Future.succeededFuture(new Entering.Refused(code)))
                          .orElseGet(() -> console.house().company().accept(shift.get(), id))),
          entering -> {
            switch (entering) {
              case Entering.Refused refused -> notEntered(refused.code(), frame);
              case Entering.Entered in -> entered(in.conversation(), in.entrance());
            }
          });
    }
  }

  private void notEntered(Code refused, DeskFrame.Answer frame) {
    invited.remove(frame.conversation()); // shown again should it still stand
    console.refuse(refused, frame.request());
    tellLead(frame.conversation());
  }

  /// Follows a chat; whoever only watches does so once they are on duty, and is told nothing
  /// before.
  void attach(DeskFrame.Attach attach) {
    boolean isEarly = duty.watches() && duty.shift().isEmpty();
    if (!isEarly) {
      chats.attach(attach);
    } else if (later.size() < MOST_LATER) {
      later.put(attach.conversation(), attach);
    } else {
      console.refuse(Code.NOT_ON_DUTY, attach.request());
    }
  }

  /// On duty from now on.
  void mayWatch() {
    List.copyOf(later.values()).forEach(chats::attach);
    later.clear();
  }

  /// Whoever only watches is in no chat off duty: they leave all of them.
  void stopWatching() {
    later.clear();
    for (ConversationId id : chats.all().keySet()) {
      console.answer(
          console.house().company().leave(id, console.device()),
          left -> {
            if (left) {
              chats.leave(id);
              tellLead(id);
            }
          });
    }
  }

  private void entered(Conversation conversation, Memberships.Entrance entrance) {
    invited.remove(conversation.id());
    console.relay().lineChanged(conversation.ring().service()); // somebody may have been called
    chats.entered(
        conversation,
        switch (entrance.kind()) {
          case JOIN -> new Place(Seat.member(console.device()), 0, entrance.slot(), List.of());
          case HANDOVER -> Place.leading(entrance.fence(), entrance.slot(), List.of());
        });
    entrance.gone().forEach(device -> console.relay().look(device, conversation.id()));
    if (conversation.stage() instanceof Stage.Taken before) {
      console.relay().look(before.device(), conversation.id());
    }
  }

  void leave(DeskFrame.Leave frame) {
    console.answer(
        console.house().company().leave(frame.conversation(), console.device()),
        left -> {
          if (left) {
            chats.leave(frame.conversation());
            tellLead(frame.conversation());
          } else {
            console.refuse(Code.NOT_YOURS, frame.request());
          }
        });
  }

  void remove(DeskFrame.Remove frame) {
    ConversationId id = frame.conversation();
    if (!leads(id, frame.fence())) {
      console.refuse(Code.NOT_YOURS, frame.request());
      return;
    }
    console.answer(
        console.house().company().remove(id, frame.fence(), frame.device()),
        removed -> {
          if (removed) {
            console.relay().look(frame.device(), id);
          }
          look(id);
        });
  }

  /// The device is in the roster no longer: it leaves the chats of others, and those it leads end,
  /// so that nobody waits for it. Completes when that is stored and told.
  Future<?> revoked() {
    return Future.join(chats.all().keySet().stream().map(this::part).toList());
  }

  private Future<Void> part(ConversationId id) {
    return console
        .house()
        .company()
        .leave(id, console.device())
        .compose(left -> left ? leadTold(id) : chats.endLed(id, EndReason.DEVICE_REMOVED));
  }

  private void tellLead(ConversationId id) {
    console.answer(leadTold(id), told -> {});
  }

  private Future<Void> leadTold(ConversationId id) {
    return console
        .chat(id)
        .onSuccess(
            found -> {
              if (found.map(Conversation::stage).orElse(null) instanceof Stage.Taken taken) {
                console.relay().look(taken.device(), id);
              }
            })
        .mapEmpty();
  }

  /// Something that concerns this device may have changed.
  void look(ConversationId id) {
    console.answer(
        console.chat(id),
        found -> {
          switch (found.map(Conversation::stage).orElseGet(() -> new Stage.Waiting())) {
            case Stage.Taken taken -> look(found.orElseThrow(), taken);
            case Stage.Waiting w -> over(id);
            case Stage.Ended e -> over(id);
          }
        });
  }

  /// Tells what is new about a conversation.
  void look(Conversation conversation, Stage.Taken taken) {
    ConversationId id = conversation.id();
    DeviceId me = console.device();
    Optional<Invitation> standing = taken.invitation().filter(i -> i.standsAt(now()));
    if (taken.device().equals(me)) {
      if (chats.holds(id)) {
        console.send(ToDesk.members(id, Place.printed(taken.members())));
      }
      if (standing.isPresent()) {
        asked.put(id, standing.get().until());
        console.relay().look(standing.get().device(), id); // the first word may be lost
      } else if (asked.remove(id) != null) {
        console.send(ToDesk.invitationOver(id));
      }
    } else if (taken.member(me).isEmpty()) {
      asked.remove(id);
      chats.leave(id);
      console.relay().seatGiven(conversation);
    }
    Optional<Invitation> mine = standing.filter(i -> i.device().equals(me));
    if (mine.isPresent()) {
      if (invited.add(id)) {
        console.send(ToDesk.invitation(invitation(conversation, mine.get())));
      }
    } else if (invited.remove(id)) {
      console.send(ToDesk.invitationOver(id));
    }
  }

  private void over(ConversationId id) {
    asked.remove(id);
    if (invited.remove(id)) {
      console.send(ToDesk.invitationOver(id));
    }
  }

  private static havn.wire.v1.Invitation invitation(
      Conversation conversation, Invitation invitation) {
    return havn.wire.v1.Invitation.newBuilder()
        .setConversation(ByteString.copyFrom(conversation.id().bytes()))
        .setKind(
            switch (invitation.kind()) {
              case JOIN -> InvitationKind.JOIN;
              case HANDOVER -> InvitationKind.HANDOVER;
            })
        .setService(conversation.ring().service().slug())
        .setLane(conversation.ring().lane())
        .setLanguage(conversation.ring().language())
        .setSince(conversation.ring().since().toEpochMilli())
        .setUntil(invitation.until().toEpochMilli())
        .build();
  }

  /// Ends invitations whose time is over, and looks after the others: a process that ended may have
  /// let somebody in and not said so.
  void beat() {
    Instant now = now();
    List.copyOf(asked.keySet()).forEach(this::look);
    asked.entrySet().stream()
        .filter(one -> !now.isBefore(one.getValue()))
        .map(Map.Entry::getKey)
        .toList()
        .forEach(id -> withdraw(id, chats.fence(id)));
  }

  private Instant now() {
    return console.house().time().instant();
  }
}
