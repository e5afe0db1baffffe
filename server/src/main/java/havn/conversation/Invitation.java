package havn.conversation;

import havn.kernel.id.DeviceId;
import java.time.Duration;
import java.time.Instant;

/// A device is asked into a conversation. At most one per conversation at a time.
public record Invitation(DeviceId device, Kind kind, Instant until) {

  public static final Duration LIFE = Duration.ofMinutes(2);

  /// What the invited will be.
  public enum Kind {
    /// A member beside the lead.
    JOIN,
    /// The lead; everybody else of staff leaves.
    HANDOVER
  }

  public boolean standsAt(Instant now) {
    return now.isBefore(until);
  }
}
