package havn.demo.signer;

import havn.seal.Dsse;
import havn.staff.RosterDocument;
import havn.staff.RosterEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides whether a new roster is due, and what stands in it: every device that is not revoked.
final class DemoRoster {

  static final String NOTE = "demo keys";

  /// A roster is renewed when it has less than this left.
  static final Duration RENEW = Duration.ofDays(4);

  private static final Duration DEVICE_LIFE = Duration.ofDays(60);

  private DemoRoster() {}

  /// The next roster; empty while the newest one says everything and lasts.
  static Optional<RosterDocument> next(
      Optional<Dsse> newest, List<DemoDevice> devices, Instant now) {
    Optional<RosterDocument> before = newest.flatMap(RosterDocument::of);
    if (before.isPresent() && stillHolds(before.get(), devices, now)) {
      return Optional.empty();
    }
    List<RosterEntry> entries = new ArrayList<>();
    devices.forEach(device -> entries.add(device.entry(now, now.plus(DEVICE_LIFE))));
    return Optional.of(
        new RosterDocument(
            before.map(RosterDocument::version).orElse(0L) + 1,
            newest.map(Dsse::payloadHash),
            now,
            now.plus(RosterDocument.LONGEST),
            NOTE,
            entries));
  }

  private static boolean stillHolds(RosterDocument roster, List<DemoDevice> devices, Instant now) {
    return now.plus(RENEW).isBefore(roster.expires())
        && roster.devices().size() == devices.size()
        && devices.stream().allMatch(device -> roster.devices().stream().anyMatch(device::isIn));
  }
}
