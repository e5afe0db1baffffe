package havn.matching;

import havn.conversation.Conversation;
import havn.conversation.Conversations;
import havn.conversation.HeldChats;
import havn.conversation.Stage;
import havn.duty.DeskHours;
import havn.duty.DeskSign;
import havn.duty.DeskSigns;
import havn.duty.DutyRecord;
import havn.duty.Presences;
import havn.hours.OpeningHours;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.service.Service;
import havn.staff.Right;
import havn.staff.RosterBook;
import havn.staff.RosterEntry;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who still has chats of a service long after it closed, or after their shift. Neither ends a
/// chat: whoever has one is asked, and others are told. Hours that were taken away meanwhile never
/// ran: chats that go on are told of at once.
public final class Overtime {

  /// So long after closing time.
  public static final Duration PATIENCE = Duration.ofMinutes(30);

  /// So long after it was first seen that somebody has chats after their shift, others are told
  /// again.
  public static final Duration AGAIN = Duration.ofMinutes(60);

  /// Chats of a service that are told of at once.
  private static final int MOST = 100;

  private final RosterBook rosters;
  private final HeldChats held;
  private final Presences presences;
  private final DeskSigns signs;
  private final InstantSource time;

  public Overtime(
      RosterBook rosters,
      Conversations conversations,
      Presences presences,
      DeskSigns signs,
      InstantSource time) {
    this.rosters = rosters;
    this.held = new HeldChats(conversations);
    this.presences = presences;
    this.signs = signs;
    this.time = time;
  }

  /// Whose chats go on.
  public enum Whose {
    NOBODY,
    OWN,
    OTHERS
  }

  /// Chats after a shift.
  ///
  /// @param again whether they go on for an hour since the first process saw them
  public record AfterShift(Whose whose, boolean again) {}

  /// A chat that goes on.
  ///
  /// @param lead who has it
  /// @param again whether others were told an hour ago; only after a shift
  public record Going(ConversationId chat, RosterEntry lead, boolean again) {}

  /// Chats that go on half an hour after the service closed; at most 100.
  public Future<List<Going>> pastClosing(Service service) {
    return signs
        .of(service.id())
        .compose(
            sign ->
                ended(service.opening(), sign, time.instant())
                    ? led(entries(service.id()).toList(), service.id(), false)
                    : Future.succeededFuture(List.of()));
  }

  /// Chats of those who are there for shifts only and are not on duty; at most 100. Noted as in
  /// [#afterShift].
  public Future<List<Going>> pastShift(ServiceId service) {
    return helping(service)
        .compose(
            over ->
                whose(over, service, Optional.empty(), true)
                    .compose(
                        after ->
                            after.whose() == Whose.NOBODY
                                ? Future.succeededFuture(List.of())
                                : led(over, service, after.again())));
  }

  private Future<List<Going>> led(List<RosterEntry> all, ServiceId service, boolean again) {
    List<Future<List<Going>>> looked =
        all.stream()
            .map(
                lead ->
                    chats(lead.device(), service)
                        .map(
                            chats ->
                                chats.stream()
                                    .filter(chat -> leads(lead.device(), chat))
                                    .map(chat -> new Going(chat.id(), lead, again))
                                    .toList()))
            .toList();
    Future<?> done = Future.all(looked);
    return done.map(
        seen -> looked.stream().flatMap(one -> one.result().stream()).limit(MOST).toList());
  }

  private static boolean leads(DeviceId device, Conversation chat) {
    return chat.stage() instanceof Stage.Taken taken && taken.device().equals(device);
  }

  /// Whether a service closed half an hour ago or longer while this device, or else another one in
  /// the list of devices for it, still has open chats of it; also of one that was taken off. Nobody
  /// while it is open. Asks for one device after the other and stops at the first that has a chat;
  /// for the own one alone when `others` do not matter.
  public Future<Whose> at(Service service, DeskSign sign, Optional<DeviceId> own, boolean others) {
    if (!ended(service.opening(), sign, time.instant())) {
      return Future.succeededFuture(Whose.NOBODY);
    }
    return among(listed(service.id()), service.id(), own, others);
  }

  /// Whether this device, or else another one, has open chats of a service and is there for shifts
  /// only, and its shift is over: volunteers keep a chat until somebody takes it over. Nobody on
  /// duty counts.
  public Future<AfterShift> afterShift(ServiceId service, Optional<DeviceId> own, boolean others) {
    return helping(service).compose(over -> whose(over, service, own, others));
  }

  private Future<AfterShift> whose(
      List<RosterEntry> over, ServiceId service, Optional<DeviceId> own, boolean others) {
    List<DeviceId> devices = over.stream().map(RosterEntry::device).toList();
    return among(devices, service, own.filter(devices::contains), others)
        .compose(whose -> noted(service, whose, others, time.instant()));
  }

  /// Whoever does not ask for others does not know that nobody has any.
  private Future<AfterShift> noted(ServiceId service, Whose whose, boolean others, Instant now) {
    AfterShift first = new AfterShift(whose, false);
    return switch (whose) {
      case OWN, OTHERS ->
          signs
              .afterShift(service, now)
              .map(since -> new AfterShift(whose, !now.isBefore(since.plus(AGAIN))));
      case NOBODY ->
          others ? signs.noneAfterShift(service).map(first) : Future.succeededFuture(first);
    };
  }

  /// Who is there for shifts only, and is not on duty.
  private Future<List<RosterEntry>> helping(ServiceId service) {
    List<RosterEntry> helping =
        entries(service)
            .filter(entry -> Right.TAKE_CHATS.of(entry.role()) == Right.Grant.IN_SHIFT)
            .toList();
    return helping.isEmpty()
        ? Future.succeededFuture(helping)
        : presences.of(service).map(duty -> without(helping, duty, time.instant()));
  }

  private static List<RosterEntry> without(
      List<RosterEntry> all, List<DutyRecord> duty, Instant now) {
    Set<DeviceId> there =
        duty.stream()
            .filter(record -> record.present(now))
            .map(DutyRecord::device)
            .collect(Collectors.toSet());
    return all.stream().filter(entry -> !there.contains(entry.device())).toList();
  }

  private Future<Whose> among(
      List<DeviceId> all, ServiceId service, Optional<DeviceId> own, boolean others) {
    return own.map(device -> holds(device, service))
        .orElse(Future.succeededFuture(false))
        .compose(
            mine -> {
              if (mine || !others) {
                return Future.succeededFuture(mine ? Whose.OWN : Whose.NOBODY);
              }
              return anybody(all, service).map(some -> some ? Whose.OTHERS : Whose.NOBODY);
            });
  }

  /// Whether neither hours nor a stay that follows on them run, or ran within the last half hour:
  /// whoever has a chat then began it in hours.
  private static boolean ended(OpeningHours hours, DeskSign sign, Instant now) {
    Optional<DeskSign.Stay> follows = sign.stay().filter(stay -> DeskHours.follows(hours, stay));
    return !hours.ranWithin(PATIENCE, now)
        && follows.filter(stay -> stay.ranWithin(PATIENCE, now)).isEmpty();
  }

  private Future<Boolean> anybody(List<DeviceId> all, ServiceId service) {
    Future<Boolean> found = Future.succeededFuture(false);
    for (DeviceId device : all) {
      found = found.compose(some -> some ? Future.succeededFuture(true) : holds(device, service));
    }
    return found;
  }

  /// Also those who are on duty no longer: what is open stays with them.
  private List<DeviceId> listed(ServiceId service) {
    return entries(service).map(RosterEntry::device).toList();
  }

  private Stream<RosterEntry> entries(ServiceId service) {
    return rosters.current().stream()
        .flatMap(roster -> roster.entries().values().stream())
        .filter(entry -> entry.services().contains(service));
  }

  private Future<Boolean> holds(DeviceId device, ServiceId service) {
    return chats(device, service).map(chats -> !chats.isEmpty());
  }

  private Future<List<Conversation>> chats(DeviceId device, ServiceId service) {
    return held.of(device)
        .map(all -> all.stream().filter(c -> c.ring().service().equals(service)).toList());
  }
}
