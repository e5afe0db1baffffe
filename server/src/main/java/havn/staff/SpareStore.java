package havn.staff;

import havn.kernel.id.DeviceId;
import havn.kernel.id.StaffId;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Where spares of device keys are kept: at most one of each method for a device. They go when the
/// device is revoked, in the transaction that publishes the roster.
public interface SpareStore {

  /// Times one spare is handed out within [#HOUR].
  int MOST_HANDED = 10;

  Duration HOUR = Duration.ofHours(1);

  /// Keeps it in place of an earlier one of the same method. False when the device is not this
  /// person's, or is revoked.
  Future<Boolean> keep(StaffId owner, Spare spare, Instant now);

  /// Spares of this person's devices in the newest roster, the newest first.
  Future<Spare.Shelf> shelf(StaffId owner);

  /// Counts the handing out and answers what is handed out. Empty unless the device is this
  /// person's, stands in the newest roster and has such a spare, handed out fewer than 10 times in
  /// this hour.
  Future<Optional<Spare.Handed>> take(
      StaffId owner, DeviceId device, Spare.Method method, Instant now);
}
