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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

  /// Devices with open chats of a service that closed at least half an hour ago; at most those in
  /// the list of devices for it. Nobody while it is open, and where there was no opening within a
  /// day.
  public Future<Set<DeviceId>> at(Service service, DeskSign sign) {
    Instant now = time.instant();
    return ended(service.opening(), sign, now)
        ? busy(service.id())
        : Future.succeededFuture(Set.of());
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
  private Future<Set<DeviceId>> busy(ServiceId service) {
    Future<Set<DeviceId>> found = Future.succeededFuture(new HashSet<>());
    for (RosterEntry entry : listed()) {
      if (entry.services().contains(service)) {
        found = found.compose(busy -> add(busy, entry.device(), service));
      }
    }
    return found.map(Set::copyOf);
  }

  private Collection<RosterEntry> listed() {
    return rosters.current().map(roster -> roster.entries().values()).orElse(List.of());
  }

  private Future<Set<DeviceId>> add(Set<DeviceId> busy, DeviceId device, ServiceId service) {
    return conversations
        .heldBy(device)
        .compose(held -> any(held, service))
        .map(
            holds -> {
              if (holds) {
                busy.add(device);
              }
              return busy;
            });
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
