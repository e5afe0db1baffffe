package havn.gateway;

import havn.conversation.Conversation;
import havn.conversation.Stage;
import havn.danger.DangerCall;
import havn.duty.DutyRules;
import havn.duty.Shift;
import havn.kernel.id.ConversationId;
import havn.kernel.id.ServiceId;
import havn.kernel.time.SystemTime;
import havn.matching.Taking;
import havn.staff.ShiftRights;
import havn.wire.DeskFrame;
import havn.wire.ToDesk;
import havn.wire.v1.Code;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A console at the desk: its line and its duty, and the doors to its chats and its company.
/// Belongs to its socket's event loop.
final class Desk implements LineView.Watcher {

  private static final int FIRST_SLOT = 1;

  private final Console console;
  private final Duty duty;
  private final DeskChats chats;
  private final DeskCompany company;
  private final DeskDanger danger;

  /// Services whose lines are shown: those of the running shift. Off duty nobody sees who waits.
  private Set<ServiceId> shown = Set.of();

  /// Services whose boards are looked at: those, and those of open chats; for coordinators all of
  /// theirs.
  private Set<ServiceId> watched = Set.of();

  private final DeskCall call;
  private boolean isHidden;
  private final Listing listing = new Listing();

  Desk(DeskState.AtDesk at, Socket socket, Loop loop, Hub hub) {
    this.console = new Console(at, socket, loop, hub);
    this.duty = new Duty(at, hub.house());
    this.chats = new DeskChats(console, duty);
    this.company = new DeskCompany(console, duty, chats);
    this.danger = new DeskDanger(console, duty);
    this.call = new DeskCall(at, hub.house());
  }

  /// Shows the chats that the device is in, and where it is invited.
  void open() {
    showLines();
    console.answer(
        console.house().conversations().pausedBy(console.device()),
        paused -> {
          chats.paused(paused);
          console.answer(
              console.house().conversations().heldBy(console.device()),
              ids -> {
                listing.of(ids.size());
                ids.forEach(this::find);
              });
        });
  }

  private void find(ConversationId id) {
    console.answer(
        console.chat(id),
        found -> {
          held(id, found);
          listing.lookedUp();
        });
  }

  private void held(ConversationId id, Optional<Conversation> found) {
    if (found.filter(c -> !(c.stage() instanceof Stage.Ended)).isEmpty()) {
      // Left by an end. One that waits may be on its way to this device.
      var unused = console.house().conversations().release(console.device(), id);
      return;
    }
    if (found.map(Conversation::stage).orElse(null) instanceof Stage.Taken taken) {
      Conversation conversation = found.orElseThrow();
      Place.of(taken, console.device())
          .ifPresent(
              place -> {
                chats.held(conversation, place);
                showLines();
                if (!place.isMember()) {
                  danger.leads(conversation);
                }
              });
      company.look(conversation, taken);
    }
  }

  /// The console said something.
  void seen() {
    duty.seen();
  }

  /// Whether nobody looks at the console, as it says itself.
  void hidden(boolean hidden) {
    boolean putAway = hidden && !isHidden;
    isHidden = hidden;
    if (hidden) {
      call.unseen();
    }
    if (putAway) {
      lookForReach();
    }
  }

  /// The person is signed out: no text brings them back to this console.
  void signedOut() {
    duty.reached(false);
  }

  /// A phone that is put away may be locked next, and say nothing any more.
  private void lookForReach() {
    if (duty.shift().isPresent()) {
      console.answer(
          duty.isReached(),
          reaches -> {
            if (duty.reached(reaches)) {
              var unused = duty.write(duty.shift(), chats.load());
            }
          });
    }
  }

  void hear(DeskFrame frame) {
    switch (frame) {
      case DeskFrame.Hello f -> console.socket().close(Code.FRAME_OUT_OF_TURN);
      case DeskFrame.DutyOn wish -> listing.then(() -> dutyOn(wish));
      case DeskFrame.DutyOff f -> listing.then(this::dutyOff);
      case DeskFrame.Take take -> take(take);
      case DeskFrame.Statement statement -> chats.statement(statement);
      case DeskFrame.NewEpoch epoch -> chats.epoch(epoch);
      case DeskFrame.Attach attach -> company.attach(attach);
      case DeskFrame.Talk talk -> say(talk.request(), () -> chats.talk(talk));
      case DeskFrame.Signal signal -> say(signal.request(), () -> chats.signal(signal));
      case DeskFrame.End end -> chats.end(end);
      case DeskFrame.Pong f -> {}
      case DeskFrame.Colleagues f -> company.colleagues(f);
      case DeskFrame.Invite invite -> company.invite(invite);
      case DeskFrame.Withdraw withdraw -> company.withdraw(withdraw);
      case DeskFrame.Answer answer -> company.answer(answer);
      case DeskFrame.Leave leave -> company.leave(leave);
      case DeskFrame.Remove remove -> company.remove(remove);
      case DeskFrame.NewWhisperKey key -> chats.whisperKey(key);
      case DeskFrame.Whisper whisper -> say(whisper.request(), () -> chats.whisper(whisper));
      case DeskFrame.Danger act -> danger.hear(act);
    }
  }

  /// Whoever only watches says nothing in a chat that they are in, typing and whispers included.
  private void say(int request, Runnable saying) {
    if (duty.watches() && !chats.all().isEmpty()) {
      console.refuse(Code.ROLE_REFUSED, request);
    } else {
      saying.run();
    }
  }

  private void dutyOn(DeskFrame.DutyOn wish) {
    int number = duty.wish();
    if (duty.followsPlan()) {
      console.answer(
          duty.planned(wish.services()),
          planned -> {
            if (duty.isNewest(number)) {
              planned.ifPresentOrElse(now -> dutyOn(wish, now), () -> duty.askAgain(wish));
            }
          });
    } else {
      dutyOn(wish, ShiftRights.NONE);
    }
  }

  private void dutyOn(DeskFrame.DutyOn wish, ShiftRights planned) {
    Optional<Shift> before = duty.shift();
    Optional<Code> refused = duty.on(wish, planned);
    if (refused.isPresent()) {
      console.refuse(refused.get(), wish.request());
      if (DutyRules.isMendable(refused.get())) {
        chats.tellDuty(); // whoever was on duty still is, as before
      } else {
        dutyOff();
      }
    } else {
      showLines();
      company.mayWatch();
      console.answer(duty.write(before, chats.load()), written -> chats.dutyChanged(before));
      lookForReach();
    }
  }

  private void showLines() {
    Set<ServiceId> before = shown;
    shown =
        duty.shift().filter(Shift::takes).map(Shift::services).map(Set::copyOf).orElse(Set.of());
    Set<ServiceId> now = new HashSet<>(shown);
    now.addAll(chats.all().values());
    if (danger.looksAfterAll()) {
      now.addAll(console.at().services());
    }
    call.shows(shown);
    now.stream()
        .filter(s -> watched.contains(s) && shown.contains(s) != before.contains(s))
        .forEach(s -> lines().of(s).changed());
    watch(now);
  }

  private void watch(Set<ServiceId> now) {
    for (ServiceId left : watched) {
      if (!now.contains(left)) {
        lines().of(left).unwatch(this);
        danger.forget(left);
      }
    }
    now.stream().filter(s -> !watched.contains(s)).forEach(s -> lines().of(s).watch(this));
    watched = Set.copyOf(now);
  }

  private LineBoards lines() {
    return console.hub().lines();
  }

  private void dutyOff() {
    Optional<Shift> before = duty.shift();
    var unused = duty.wish();
    duty.off();
    showLines();
    console.answer(duty.drop(before), dropped -> chats.dutyChanged(before));
    watchesOnDutyOnly();
  }

  private void watchesOnDutyOnly() {
    if (duty.watches() && duty.shift().isEmpty()) {
      company.stopWatching();
    }
  }

  private void take(DeskFrame.Take take) {
    Optional<Shift> shift = duty.shift();
    if (shift.isEmpty()) {
      console.refuse(Code.NOT_ON_DUTY, take.request());
      return;
    }
    long began = SystemTime.monotonicNanos();
    console.answer(
        console.house().encounters().take(shift.get(), take.conversation()),
        taking -> {
          console.loop().meters().claimed(began);
          switch (taking) {
            case Taking.Taken taken -> taken(taken);
            case Taking.AlreadyTaken t -> console.refuse(Code.ALREADY_TAKEN, take.request());
            case Taking.OfferedToAnother t ->
                console.refuse(Code.OFFERED_TO_ANOTHER, take.request());
            case Taking.EarlierWaits t -> console.refuse(Code.EARLIER_WAITS, take.request());
            case Taking.NotForThisDevice t ->
                console.refuse(Code.NOT_FOR_THIS_DEVICE, take.request());
            case Taking.NotOnDuty t -> console.refuse(Code.NOT_ON_DUTY, take.request());
            case Taking.NobodyBeside t -> console.refuse(Code.NOBODY_BESIDE, take.request());
            case Taking.NoRoom t -> console.refuse(Code.NO_ROOM, take.request());
          }
        });
  }

  private void taken(Taking.Taken taken) {
    Conversation conversation = taken.conversation();
    console.relay().taken(conversation.id());
    chats.entered(conversation, Place.leading(taken.fence(), FIRST_SLOT, List.of()));
    danger.took(conversation.id());
    console.relay().lineChanged(conversation.ring().service());
  }

  /// Something that concerns this device changed in a conversation.
  void look(ConversationId id) {
    company.look(id);
  }

  /// Somebody whispered in a conversation that this device is in.
  void whispered(ConversationId id) {
    chats.whispered(id);
  }

  /// The device is in the roster no longer: nothing is taken from it any more.
  void revoked() {
    duty.off();
    showLines();
    company.revoked().onComplete(parted -> console.socket().close(Code.DEVICE_REFUSED));
  }

  /// Renews what others see of this console.
  void beat() {
    if (duty.lapsed()) {
      showLines();
      chats.tellDuty();
    }
    var unused = duty.write(duty.shift(), chats.load());
    if (duty.followsPlan()) {
      duty.shift().ifPresent(this::followPlan);
      duty.unanswered().ifPresent(this::dutyOn);
    }
    showLines();
    watchesOnDutyOnly();
    company.beat();
    chats.beat();
    danger.beat();
  }

  /// Somebody who gave the shift back meanwhile is off duty; a shift after this one makes it
  /// longer. A calendar that does not answer changes nothing.
  private void followPlan(Shift running) {
    console.answer(
        duty.planned(running.services()),
        planned -> {
          if (planned.isPresent() && duty.shift().filter(running::equals).isPresent()) {
            replan(running, planned.get());
          }
        });
  }

  private void replan(Shift running, ShiftRights planned) {
    Optional<Shift> before = Optional.of(running);
    duty.replan(planned);
    if (!duty.shift().equals(before)) {
      showLines();
      console.answer(duty.write(before, chats.load()), written -> chats.dutyChanged(before));
      watchesOnDutyOnly();
    }
  }

  /// @param last whether no other connection of this device took over
  void close(boolean last) {
    if (last) {
      duty.shift().ifPresent(chats::stumble);
    }
    duty.off();
    shown = Set.of();
    watch(Set.of());
    chats.close();
  }

  @Override
  public void line(LineView view) {
    console
        .loop()
        .context()
        .execute(
            () -> {
              if (shown.contains(view.service())) {
                showLine(view);
              }
              if (watched.contains(view.service())) {
                showDanger(view);
              }
            });
  }

  private void showLine(LineView view) {
    switch (view.line()) {
      case LineView.Glance.Seen(LineView.Shown line) -> {
        Instant now = console.house().time().instant();
        // Nothing to whoever's shift has just ended.
        duty.shift().map(shift -> line.seenBy(shift, view.service(), now)).ifPresent(console::send);
        call.line(view.service(), line);
        if (isHidden) {
          call.unseen();
        }
      }
      case LineView.Glance.Failed<LineView.Shown> f -> {}
      case LineView.Glance.Unknown<LineView.Shown> u ->
          console.send(ToDesk.lineUnknown(view.service()));
    }
  }

  private void showDanger(LineView view) {
    switch (view.danger()) {
      case LineView.Glance.Seen(List<DangerCall.Seen> calls) -> {
        boolean onDuty = shown.contains(view.service());
        if (isHidden && onDuty) {
          danger.unseen(calls);
        }
        danger.show(view.service(), calls, onDuty);
      }
      case LineView.Glance.Failed<List<DangerCall.Seen>> f -> {}
      case LineView.Glance.Unknown<List<DangerCall.Seen>> u -> danger.unknown(view.service());
    }
  }
}
