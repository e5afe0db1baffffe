package havn.reminder;

import havn.kernel.id.DeviceId;
import havn.staff.PersonTag;
import havn.staff.Roster;
import havn.staff.RosterBook;
import havn.staff.RosterEntry;
import havn.staff.StaffMember;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Whose devices are whose, at any time.
final class RosterForTests implements RosterBook {

  private final Map<DeviceId, RosterEntry> entries = new ConcurrentHashMap<>();

  /// Another device of this person.
  DeviceId device(StaffMember who) {
    DeviceId device = DeviceId.fresh();
    entries.put(
        device,
        new RosterEntry(
            device,
            new byte[32],
            who.role(),
            who.services(),
            Instant.EPOCH,
            Instant.MAX,
            new byte[32],
            PersonTag.of(who.id())));
    return device;
  }

  @Override
  public Optional<Roster> current() {
    return Optional.of(
        new Roster(1, new byte[32], Instant.EPOCH, Instant.MAX, "", Map.copyOf(entries)));
  }

  @Override
  public void onChange(Consumer<Roster> listener) {}
}
