package havn.letters;

import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.letters.MailboxKeyStore.Stated;
import havn.staff.DeviceStore;
import havn.staff.Right;
import havn.staff.Roster;
import havn.staff.RosterBook;
import havn.staff.RosterEntry;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The keys that letters are sealed to. Who trusts them verifies them again.
public final class MailboxKeys {

  private final MailboxKeyStore store;
  private final DeviceStore devices;
  private final RosterBook rosters;
  private final InstantSource clock;

  public MailboxKeys(
      MailboxKeyStore store, DeviceStore devices, RosterBook rosters, InstantSource clock) {
    this.store = store;
    this.devices = devices;
    this.rosters = rosters;
    this.clock = clock;
  }

  /// Keeps a statement of one of this person's devices; false when it does not verify.
  public Future<Boolean> state(byte[] payload, byte[] signature, StaffId by) {
    Optional<Roster> roster = rosters.current();
    if (roster.isEmpty()) {
      return Future.succeededFuture(false);
    }
    return switch (MailboxStatements.verify(payload, signature, roster.get(), clock.instant())) {
      case MailboxStatements.Verdict.Refused refused -> Future.succeededFuture(false);
      case MailboxStatements.Verdict.Valid valid ->
          devices
              .find(valid.entry().device())
              .compose(
                  device ->
                      device.filter(d -> d.owner().id().equals(by)).isPresent()
                          ? store.put(stated(payload, signature, valid)).map(true)
                          : Future.succeededFuture(false));
    };
  }

  /// Running statements for a service, the newest first, one per device, at most 9.
  public Future<List<Stated>> of(ServiceId service) {
    return running(Set.of(service), Bounds.MOST_DEVICES);
  }

  /// Running statements for any of these services, at most 64.
  public Future<List<Stated>> of(Set<ServiceId> services) {
    return running(services, Bounds.MOST_KEYS);
  }

  /// The newest statement of each device that reads letters of any of these services, also one that
  /// ended in the last 35 days: its key still opens what is sealed to it. The newest first, at most
  /// 64.
  public Future<List<Stated>> lately(Set<ServiceId> services) {
    return endingAfter(services, Bounds.MOST_KEYS, clock.instant().minus(Bounds.OPENING));
  }

  /// Devices that the roster names now as readers of this service's letters; none without a roster.
  public Set<DeviceId> readers(ServiceId service) {
    Instant now = clock.instant();
    return rosters
        .current()
        .map(roster -> Set.copyOf(readers(roster, Set.of(service), now)))
        .orElse(Set.of());
  }

  private Future<List<Stated>> running(Set<ServiceId> services, int most) {
    return endingAfter(services, most, clock.instant());
  }

  /// Those that end after this moment.
  private Future<List<Stated>> endingAfter(Set<ServiceId> services, int most, Instant after) {
    Instant now = clock.instant();
    List<DeviceId> readers =
        rosters.current().map(roster -> readers(roster, services, now)).orElse(List.of());
    return readers.isEmpty()
        ? Future.succeededFuture(List.of())
        : store.running(readers, most, after);
  }

  private static List<DeviceId> readers(Roster roster, Set<ServiceId> services, Instant now) {
    return roster.entries().keySet().stream()
        .flatMap(device -> roster.entry(device, now).stream())
        .filter(entry -> Right.READ_LETTERS.has(entry.role()))
        .filter(entry -> !Collections.disjoint(entry.services(), services))
        .map(RosterEntry::device)
        .toList();
  }

  private static Stated stated(
      byte[] payload, byte[] signature, MailboxStatements.Verdict.Valid valid) {
    return new Stated(valid.entry().device(), payload, signature, valid.from(), valid.until());
  }
}
