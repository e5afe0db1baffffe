package havn.staff;

import havn.kernel.id.DeviceId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// A verified roster version: who may speak for the services until it expires.
public record Roster(
    long version,
    byte[] hash,
    Instant issued,
    Instant expires,
    String note,
    Map<DeviceId, RosterEntry> entries) {

  /// The entry of a device that is in its time at `now`, if the roster itself has not expired.
  public Optional<RosterEntry> entry(DeviceId device, Instant now) {
    if (!now.isBefore(expires)) {
      return Optional.empty();
    }
    return Optional.ofNullable(entries.get(device))
        .filter(e -> !now.isBefore(e.from()) && now.isBefore(e.until()));
  }
}
