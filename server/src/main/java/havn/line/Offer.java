package havn.line;

import havn.kernel.id.DeviceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Whom of staff somebody in the line was offered to.
///
/// @param device who was asked last; empty when nobody was, or when that was taken back
/// @param until when that offer lapses
/// @param asked every device that was asked so far and let it pass, or is asked now; at most 16
public record Offer(Optional<DeviceId> device, Instant until, Set<DeviceId> asked) {

  /// Devices that are asked one after the other; then everybody may take.
  public static final int MOST_ASKED = 16;

  /// How long somebody whom everybody let pass holds those behind.
  public static final Duration HOLDS = Duration.ofMinutes(1);

  /// Nobody was asked yet.
  public static final Offer NONE = new Offer(Optional.empty(), Instant.EPOCH, Set.of());

  public Offer {
    asked = Set.copyOf(asked);
  }

  /// The device that is being asked at this moment.
  public Optional<DeviceId> standing(Instant now) {
    return device.filter(asking -> now.isBefore(until));
  }

  /// Whether nobody is being asked, and everybody who was let them pass at least a minute ago.
  public boolean passed(Instant now) {
    return !asked.isEmpty() && standing(now).isEmpty() && !now.isBefore(until.plus(HOLDS));
  }

  /// When that changes by time alone: the offer lapses, or those behind are held no longer.
  public Optional<Instant> changes(Instant now) {
    if (asked.isEmpty() || passed(now)) {
      return Optional.empty();
    }
    return Optional.of(now.isBefore(until) ? until : until.plus(HOLDS));
  }
}
