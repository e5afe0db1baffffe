package havn.gateway;

import com.google.protobuf.ByteString;
import havn.conversation.Conversation;
import havn.conversation.Stage;
import havn.danger.DangerCall;
import havn.danger.DangerDesk;
import havn.duty.Shift;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.staff.Right;
import havn.wire.DeskFrame;
import havn.wire.ToDesk;
import havn.wire.v1.Code;
import havn.wire.v1.DangerCaller;
import havn.wire.v1.DangerCalls;
import havn.wire.v1.DangerHelper;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Calls for help at one desk: those that its person is shown, and those that it makes and answers.
/// Belongs to its socket's event loop.
final class DeskDanger {

  private final Console console;
  private final Duty duty;

  /// What this person was told last, by service.
  private final Map<ServiceId, DangerCalls> told = new HashMap<>();

  /// Chats out of the line whose visitors are in danger, and for whom nobody was called yet; at
  /// most the device's capacity.
  private final Set<ConversationId> uncalled = new HashSet<>();

  DeskDanger(Console console, Duty duty) {
    this.console = console;
    this.duty = duty;
  }

  /// Coordinators learn of calls that nobody else hears, wherever they are.
  boolean looksAfterAll() {
    return Right.SEE_ALARMS.has(console.at().session().role());
  }

  void hear(DeskFrame.Danger frame) {
    switch (frame.move()) {
      case CALL ->
          console.answer(
              console.house().danger().byStaff(console.device(), frame.conversation()),
              answer -> called(answer, frame));
      case OVER ->
          console.answer(
              console.house().danger().over(console.device(), frame.conversation()),
              service -> changedOr(service, Code.NOT_YOURS, frame));
      case CAN_COME -> answer(frame, DangerCall.Word.COMES);
      case CANNOT_COME -> answer(frame, DangerCall.Word.HEARD);
      case DANGER_MOVE_UNSPECIFIED, UNRECOGNIZED ->
          console.refuse(Code.CALL_REFUSED, frame.request());
    }
  }

  private void called(DangerDesk.Answer answer, DeskFrame.Danger frame) {
    switch (answer.outcome()) {
      case CALLED, ALONE -> changedOr(answer.service(), Code.CALL_REFUSED, frame);
      case ENOUGH, FULL -> console.refuse(Code.CALL_REFUSED, frame.request());
      case NOT_IN_CHAT -> console.refuse(Code.NOT_YOURS, frame.request());
    }
  }

  private void answer(DeskFrame.Danger frame, DangerCall.Word word) {
    Optional<Shift> shift = duty.shift();
    if (shift.isEmpty()) {
      console.refuse(Code.NOT_ON_DUTY, frame.request());
      return;
    }
    console.answer(
        console.house().danger().answer(shift.get(), frame.conversation(), word),
        chat -> changedOr(chat.map(c -> c.ring().service()), Code.CALL_REFUSED, frame));
  }

  private void changedOr(Optional<ServiceId> service, Code refused, DeskFrame.Danger frame) {
    service.ifPresentOrElse(
        console.relay()::lineChanged, () -> console.refuse(refused, frame.request()));
  }

  /// This device leads the chat: whoever said in the line that they are in danger has others called
  /// now. So has whoever was left by the service while a call for help stood.
  void leads(Conversation chat) {
    if (chat.ring().danger()) {
      uncalled.add(chat.id());
      call(chat.id());
    }
  }

  /// The same of a chat that was just taken, as it is by now: they may have said it meanwhile.
  void took(ConversationId id) {
    console.answer(console.house().conversations().find(id), found -> found.ifPresent(this::leads));
  }

  /// Calls again for those for whom that failed.
  void beat() {
    List.copyOf(uncalled).forEach(this::call);
  }

  private void call(ConversationId id) {
    console.answer(
        console.house().danger().fromLine(id),
        answer -> {
          if (answer.outcome() != DangerDesk.Outcome.FULL) {
            uncalled.remove(id);
            answer.service().ifPresent(console.relay()::lineChanged);
          }
        });
  }

  /// Calls that ask for this person are told by a text: nobody looks at the console.
  void unseen(List<DangerCall.Seen> calls) {
    if (hears()) {
      StaffId who = console.at().session().staff();
      calls.forEach(one -> console.house().danger().unseen(one, console.device(), who));
    }
  }

  private boolean hears() {
    return Right.ANSWER_CALLS.of(console.at().session().role()) != Right.Grant.NEVER;
  }

  /// Shows what concerns this person: everything while on duty for the service, otherwise the chats
  /// that this device is in, and to coordinators those that nobody else hears.
  void show(ServiceId service, List<DangerCall.Seen> calls, boolean onDuty) {
    DangerCalls.Builder now = DangerCalls.newBuilder().setService(service.slug());
    boolean hears = onDuty && hears();
    calls.stream()
        .filter(
            one ->
                one.holds(console.device())
                    || (one.stands() && (hears || (looksAfterAll() && one.alone()))))
        .forEach(one -> now.addItems(item(one)));
    tell(service, now.build());
  }

  /// The service is none of this person's any more.
  void forget(ServiceId service) {
    tell(service, DangerCalls.newBuilder().setService(service.slug()).build());
    told.remove(service);
  }

  /// The calls could not be looked up for a while: what was told stands, and is marked.
  void unknown(ServiceId service) {
    DangerCalls before = told.getOrDefault(service, DangerCalls.getDefaultInstance());
    if (!before.getUnknown()) {
      tell(service, DangerCalls.newBuilder().setService(service.slug()).setUnknown(true).build());
    }
  }

  private void tell(ServiceId service, DangerCalls now) {
    DangerCalls before = told.put(service, now);
    boolean news =
        before == null ? now.getItemsCount() > 0 || now.getUnknown() : !before.equals(now);
    if (news) {
      console.send(ToDesk.danger(now));
    }
  }

  private havn.wire.v1.DangerCall item(DangerCall.Seen one) {
    DangerCall call = one.call();
    havn.wire.v1.DangerCall.Builder item =
        havn.wire.v1.DangerCall.newBuilder()
            .setConversation(ByteString.copyFrom(call.conversation().bytes()))
            .setLead(bytes(one.taken()))
            .setLeadName(one.leadName())
            .setLanguage(one.chat().ring().language())
            .setSince(call.since().toEpochMilli())
            .setCaller(caller(call.by()))
            .setAlone(one.alone())
            .setOver(!one.stands());
    call.coming().forEach(device -> item.addComing(helper(one, device)));
    call.heard().stream()
        .filter(device -> one.holds(console.device()) || device.equals(console.device()))
        .forEach(device -> item.addHeard(helper(one, device)));
    return item.build();
  }

  private static DangerHelper helper(DangerCall.Seen one, DeviceId device) {
    return DangerHelper.newBuilder()
        .setDevice(bytes(device))
        .setName(one.names().getOrDefault(device, ""))
        .build();
  }

  private static DangerCaller caller(DangerCall.By by) {
    return switch (by) {
      case VISITOR -> DangerCaller.BY_THE_VISITOR;
      case STAFF -> DangerCaller.BY_STAFF_IN_CHAT;
      case LINE -> DangerCaller.IN_THE_LINE;
    };
  }

  private static ByteString bytes(Stage.Taken taken) {
    return bytes(taken.device());
  }

  private static ByteString bytes(DeviceId device) {
    return ByteString.copyFrom(device.bytes());
  }
}
