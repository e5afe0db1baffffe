package havn.danger;

import havn.conversation.Conversation;
import havn.conversation.Conversations;
import havn.conversation.Stage;
import havn.duty.Calls;
import havn.duty.DutyRecord;
import havn.duty.Presences;
import havn.duty.SaltedName;
import havn.duty.Shift;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.secret.Secret;
import havn.line.Waiter;
import havn.matching.Alarms;
import havn.staff.RosterBook;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Calls others on duty to a chat whose visitor is in danger now.
///
/// Whether a call stands follows from the chat itself, looked at again and again: a process that
/// ends between two steps leaves nothing ringing for a chat that is over, and ends no call to which
/// nobody came.
public final class DangerDesk implements Alarms {

  private final DangerCalls calls;
  private final Conversations conversations;
  private final Presences presences;
  private final Helpers helpers;
  private final Texts texts;
  private final InstantSource time;

  /// @param phones of whoever is on duty and does not look
  public DangerDesk(
      DangerCalls calls,
      Conversations conversations,
      Presences presences,
      RosterBook rosters,
      Calls phones,
      InstantSource time) {
    this.calls = calls;
    this.conversations = conversations;
    this.presences = presences;
    this.helpers = new Helpers(rosters);
    this.texts = new Texts(phones, time);
    this.time = time;
  }

  /// What whoever calls is told.
  public enum Outcome {
    CALLED,
    /// Nobody but those in the chat can hear it.
    ALONE,
    ENOUGH,
    FULL,
    /// Whoever calls proves no running chat.
    NOT_IN_CHAT
  }

  /// @param service of the chat; empty when none was proven
  public record Answer(Outcome outcome, Optional<ServiceId> service) {

    private static final Answer NOT_IN_CHAT = new Answer(Outcome.NOT_IN_CHAT, Optional.empty());
  }

  /// The visitor calls, and proves to be in the chat.
  public Future<Answer> byVisitor(ConversationId id, Secret capability) {
    return conversations
        .find(id)
        .map(found -> found.filter(chat -> chat.ring().provenBy(capability)))
        .compose(found -> call(found, DangerCall.By.VISITOR));
  }

  /// The same of a visitor whose own connection says so: it has proven itself.
  public Future<Answer> byVisitor(ConversationId id) {
    return conversations.find(id).compose(found -> call(found, DangerCall.By.VISITOR));
  }

  /// Whether a call stands in the visitor's chat; empty when they do not prove to be in a running
  /// one.
  public Future<Optional<Boolean>> stands(ConversationId id, Secret capability) {
    return conversations
        .find(id)
        .map(
            found ->
                found.filter(
                    chat ->
                        chat.ring().provenBy(capability) && chat.stage() instanceof Stage.Taken))
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : standing(found.get()).map(Optional::of));
  }

  /// A device in the chat calls.
  public Future<Answer> byStaff(DeviceId device, ConversationId id) {
    return conversations
        .find(id)
        .map(found -> found.filter(chat -> isIn(chat, device)))
        .compose(found -> call(found, DangerCall.By.STAFF));
  }

  private static boolean isIn(Conversation chat, DeviceId device) {
    return chat.stage() instanceof Stage.Taken taken
        && (taken.device().equals(device) || taken.member(device).isPresent());
  }

  /// Somebody who said in the line that they are in danger was taken; called once in a chat,
  /// however often it is said.
  public Future<Answer> fromLine(ConversationId id) {
    return conversations.find(id).compose(found -> call(found, DangerCall.By.LINE));
  }

  private Future<Answer> call(Optional<Conversation> found, DangerCall.By by) {
    if (!(found.map(Conversation::stage).orElse(null) instanceof Stage.Taken taken)) {
      return Future.succeededFuture(Answer.NOT_IN_CHAT);
    }
    Conversation chat = found.orElseThrow();
    ServiceId service = chat.ring().service();
    Instant now = time.instant();
    return calls
        .call(service, chat.id(), by, DangerCall.highestSlot(taken), now)
        .compose(
            called ->
                switch (called) {
                  case NOW, STANDS -> ring(service, chat, taken, now);
                  case ENOUGH -> Future.succeededFuture(Outcome.ENOUGH);
                  case FULL -> Future.succeededFuture(Outcome.FULL);
                })
        .map(outcome -> new Answer(outcome, Optional.of(service)));
  }

  /// Has those texted who do not look, and tells whether anybody hears it without that.
  private Future<Outcome> ring(
      ServiceId service, Conversation chat, Stage.Taken taken, Instant now) {
    return presences
        .of(service)
        .compose(
            duty ->
                calls
                    .of(service)
                    .map(
                        all -> {
                          all.stream()
                              .filter(call -> call.conversation().equals(chat.id()))
                              .filter(DangerCall::stands)
                              .forEach(call -> text(call, taken, duty, now));
                          return helpers.isAlone(duty, taken, List.of(), now)
                              ? Outcome.ALONE
                              : Outcome.CALLED;
                        }));
  }

  private void text(DangerCall call, Stage.Taken taken, List<DutyRecord> duty, Instant now) {
    texts.tell(call.danger(), helpers.unlooking(duty, call, taken, now));
  }

  /// Has those texted who do not look while somebody in danger waits, whether they have room or
  /// not.
  public void inLine(List<Waiter> line, List<DutyRecord> duty) {
    unseenInLine(line, helpers.unlooking(duty, time.instant()));
  }

  /// The same of somebody who takes chats and whose console is connected, but not looked at.
  public void unseenInLine(List<Waiter> line, StaffId who) {
    unseenInLine(line, Set.of(who));
  }

  private void unseenInLine(List<Waiter> line, Set<StaffId> who) {
    Instant now = time.instant();
    line.stream()
        .filter(waiter -> waiter.inDanger(now))
        .forEach(waiter -> texts.tell(DangerCall.danger(waiter), who));
  }

  /// Somebody on duty whose console is connected does not look at it. Nothing when the call does
  /// not ask for them.
  public void unseen(DangerCall.Seen seen, DeviceId device, StaffId who) {
    if (seen.stands() && helpers.isAsked(seen.call(), seen.taken(), device, time.instant())) {
      texts.tell(seen.call().danger(), Set.of(who));
    }
  }

  /// Somebody on duty for the service who is not in the chat says whether they can come. Answers
  /// the chat; empty when nothing calls for them.
  public Future<Optional<Conversation>> answer(
      Shift shift, ConversationId id, DangerCall.Word word) {
    return conversations
        .find(id)
        .map(
            found ->
                found.filter(
                    chat ->
                        chat.stage() instanceof Stage.Taken taken
                            && !helpers.isWithin(taken, shift.device(), time.instant())
                            && shift.covers(chat.ring().service(), time.instant())
                            && helpers.helps(shift.device(), time.instant())))
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(found)
                    : calls
                        .answer(found.get().ring().service(), id, shift.device(), word)
                        .map(noted -> found.filter(chat -> noted)));
  }

  /// Whether the device's person said that they can come to a call that stands.
  public Future<Boolean> isComing(ConversationId id, DeviceId device) {
    return conversations
        .find(id)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(false)
                    : calls
                        .of(found.get().ring().service())
                        .map(
                            all ->
                                all.stream()
                                    .anyMatch(
                                        call ->
                                            call.stands()
                                                && call.conversation().equals(id)
                                                && call.coming().contains(device))));
  }

  /// The lead says that it is over. Answers the service; empty when the device does not lead the
  /// chat.
  public Future<Optional<ServiceId>> over(DeviceId lead, ConversationId id) {
    return conversations
        .find(id)
        .map(
            found ->
                found
                    .filter(
                        chat ->
                            chat.stage() instanceof Stage.Taken taken
                                && taken.device().equals(lead))
                    .map(chat -> chat.ring().service()))
        .compose(
            service ->
                service.isEmpty()
                    ? Future.succeededFuture(service)
                    : calls
                        .of(service.get())
                        .compose(
                            all ->
                                every(
                                    all.stream()
                                        .filter(call -> call.conversation().equals(id))
                                        .map(call -> calls.over(service.get(), call))
                                        .toList()))
                        .map(service));
  }

  /// Also when one had to be made and never was: whoever took somebody in danger was gone before.
  @Override
  public Future<Boolean> stands(Conversation chat) {
    return calls
        .of(chat.ring().service())
        .map(all -> all.stream().filter(call -> call.conversation().equals(chat.id())).toList())
        .compose(
            made ->
                made.isEmpty()
                    ? conversations
                        .find(chat.id())
                        .map(found -> found.filter(now -> now.ring().danger()).isPresent())
                    : Future.succeededFuture(made.stream().anyMatch(DangerCall::stands)))
        .otherwise(false);
  }

  private Future<Boolean> standing(Conversation chat) {
    return calls
        .of(chat.ring().service())
        .map(
            all ->
                all.stream()
                    .anyMatch(call -> call.stands() && call.conversation().equals(chat.id())));
  }

  @Override
  public Future<Void> forget(Conversation chat) {
    return calls.forget(chat.ring().service(), chat.id());
  }

  /// Calls out of running chats of a service, the first first; at most 24 of them stand. Ends those
  /// that are answered, and has those texted who do not look.
  public Future<List<DangerCall.Seen>> look(ServiceId service) {
    return calls
        .of(service)
        .compose(
            all ->
                all.isEmpty()
                    ? Future.succeededFuture(List.of())
                    : presences.of(service).compose(duty -> look(service, all, duty)));
  }

  private Future<List<DangerCall.Seen>> look(
      ServiceId service, List<DangerCall> all, List<DutyRecord> duty) {
    List<DangerCall> inOrder =
        all.stream().sorted(Comparator.comparing(DangerCall::since)).toList();
    List<Future<Optional<DangerCall.Seen>>> seen =
        inOrder.stream()
            .map(
                call ->
                    conversations
                        .find(call.conversation())
                        .map(found -> look(service, call, found, duty)))
            .toList();
    return every(seen).map(looked -> seen.stream().flatMap(one -> one.result().stream()).toList());
  }

  private Optional<DangerCall.Seen> look(
      ServiceId service, DangerCall call, Optional<Conversation> found, List<DutyRecord> duty) {
    Instant now = time.instant();
    if (!(found.map(Conversation::stage).orElse(null) instanceof Stage.Taken taken)) {
      var unused = calls.forget(service, call.conversation());
      return Optional.empty();
    }
    DangerCall.Seen seen =
        new DangerCall.Seen(
            call,
            found.orElseThrow(),
            taken,
            name(duty, taken.device()),
            helpers.isAlone(duty, taken, call.heard(), now),
            Stream.concat(call.coming().stream(), call.heard().stream())
                .collect(Collectors.toMap(device -> device, device -> name(duty, device))),
            helpers.answered(duty, call, now));
    if (!seen.stands()
        || !call.isAnswered(
            taken,
            device -> helpers.helps(device, now),
            (one, other) -> helpers.isSame(one, other, now))) {
      if (seen.stands()) {
        text(call, taken, duty, now);
      }
      return Optional.of(seen);
    }
    var unused = calls.over(service, call);
    return Optional.of(seen.over());
  }

  private static Future<?> every(List<? extends Future<?>> steps) {
    return Future.all(steps);
  }

  private static String name(List<DutyRecord> duty, DeviceId device) {
    return duty.stream()
        .filter(record -> record.device().equals(device))
        .findFirst()
        .flatMap(DutyRecord::name)
        .map(SaltedName::name)
        .orElse("");
  }
}
