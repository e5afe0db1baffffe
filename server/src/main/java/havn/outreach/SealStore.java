package havn.outreach;

import havn.kernel.id.ContactId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Where the sealed parts of cards are replaced by the same ones under newer keys.
public interface SealStore {

  /// Cards of one answer.
  int AT_ONCE = 5;

  /// After this a card is sealed anew: keys of mailboxes are destroyed some weeks after they end.
  Duration FRESH = Duration.ofDays(14);

  /// Both parts of a card, and the version in which they were read.
  record Sealed(ContactId card, byte[] face, byte[] numbers, int version) {

    @Override
    public String toString() {
      return "Sealed[" + card + "]";
    }
  }

  /// What makes a card stale.
  ///
  /// @param reader which can open it now, and seals it anew
  /// @param devices each of which shall be able to open it
  /// @param readers beside whom nobody shall be able to
  /// @param before when it was sealed, at the latest
  record Wish(
      DeviceId reader,
      Collection<DeviceId> devices,
      Collection<DeviceId> readers,
      Instant before) {}

  /// Five stale cards behind another by their ids.
  Future<List<Sealed>> stale(ServiceId service, Wish wish, Optional<ContactId> after, Instant now);

  /// How many cards are not sealed to a device.
  Future<Integer> closed(ServiceId service, DeviceId reader, Instant now);

  /// False when somebody wrote meanwhile, or there is no such card.
  Future<Boolean> replace(ServiceId service, Sealed anew, List<DeviceId> devices, Instant now);
}
