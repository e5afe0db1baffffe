package havn.letters;

import havn.kernel.id.DeviceId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// Where the stated keys of devices are kept.
public interface MailboxKeyStore {

  /// Statements kept of one device; the oldest make room.
  int MOST_PER_DEVICE = 10;

  /// A verified statement, byte for byte as it was signed.
  @SuppressWarnings("ArrayRecordComponent")
  record Stated(DeviceId device, byte[] payload, byte[] signature, Instant from, Instant until) {}

  /// The same again changes nothing.
  Future<Void> put(Stated key);

  /// The newest statement of each of these devices that ends after a moment, the newest first.
  Future<List<Stated>> running(Collection<DeviceId> devices, int most, Instant after);
}
