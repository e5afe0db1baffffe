package havn.matching;

import havn.conversation.Conversations;
import havn.duty.DeskSign;
import havn.hours.OpeningHours;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.service.Service;
import havn.staff.RosterBook;
import havn.staff.RosterEntry;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Who still has chats of a service long after it closed. Closing time ends no chat: whoever has
/// one is asked, and coordinators are told.
public final class Overtime {

  /// So long after closing time.
  public static final Duration PATIENCE = Duration.ofMinutes(30);

  /// The next day nobody is asked any more: chats end after 24 hours.
  private static final Duration LONGEST = Duration.ofDays(1);

  private final RosterBook rosters;
  private final Conversations conversations;
  private final InstantSource time;

  public Overtime(RosterBook rosters, Conversations conversations, InstantSource time) {
    this.rosters = rosters;
    this.conversations = conversations;
    this.time = time;
  }

  /// Whose chats go on.
  public enum Whose {
    NOBODY,
    OWN,
    OTHERS
  }

  /// Whether a service closed half an hour ago or longer while this device, or else another one in
  /// the list of devices for it, still has open chats of it. Nobody while it is open, and where
  /// there was no opening within a day. Asks for one device after the other and stops at the first
  /// that has a chat; for the own one alone when `others` do not matter.
  public Future<Whose> at(Service service, DeskSign sign, Optional<DeviceId> own, boolean others) {
    if (!ended(service.opening(), sign, time.instant())) {
      return Future.succeededFuture(Whose.NOBODY);
    }
    ServiceId id = service.id();
    return own.map(device -> holds(device, id))
        .orElse(Future.succeededFuture(false))
        .compose(
            mine -> {
              if (mine || !others) {
                return Future.succeededFuture(mine ? Whose.OWN : Whose.NOBODY);
              }
              return anybody(id).map(some -> some ? Whose.OTHERS : Whose.NOBODY);
            });
  }

  /// Whether hours and stays ended at least half an hour, and at most a day, ago.
  private static boolean ended(OpeningHours hours, DeskSign sign, Instant now) {
    return !ran(hours, sign, PATIENCE, now) && ran(hours, sign, LONGEST, now);
  }

  private static boolean ran(OpeningHours hours, DeskSign sign, Duration past, Instant now) {
    return hours.ranWithin(past, now)
        || sign.stay().filter(stay -> stay.ranWithin(past, now)).isPresent();
  }

  /// Also those who are on duty no longer: what is open stays with them.
  private Future<Boolean> anybody(ServiceId service) {
    Future<Boolean> found = Future.succeededFuture(false);
    for (RosterEntry entry : listed()) {
      if (entry.services().contains(service)) {
        found =
            found.compose(
                some -> some ? Future.succeededFuture(true) : holds(entry.device(), service));
      }
    }
    return found;
  }

  private Collection<RosterEntry> listed() {
    return rosters.current().map(roster -> roster.entries().values()).orElse(List.of());
  }

  private Future<Boolean> holds(DeviceId device, ServiceId service) {
    return conversations.heldBy(device).compose(held -> any(held, service));
  }

  private Future<Boolean> any(List<ConversationId> held, ServiceId service) {
    Future<Boolean> any = Future.succeededFuture(false);
    for (ConversationId id : held) {
      any =
          any.compose(
              before ->
                  before
                      ? Future.succeededFuture(true)
                      : conversations
                          .find(id)
                          .map(found -> found.filter(c -> c.ring().service().equals(service)))
                          .map(Optional::isPresent));
    }
    return any;
  }
}
