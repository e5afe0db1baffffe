package havn.year;

import havn.duty.Abilities;
import havn.duty.Shift;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Somebody of staff.
final class Worker {

  final DeviceId device = DeviceId.fresh();

  /// Their chats, with the fence of each.
  final Map<ConversationId, Long> chats = new HashMap<>();

  Optional<Shift> shift = Optional.empty();

  /// Goes on duty; chats that are open then may go on for four hours.
  void comes(ServiceId service, Instant to) {
    shift =
        Optional.of(
            new Shift(
                device,
                Set.of(service),
                to.plus(Duration.ofHours(4)),
                false,
                3,
                true,
                Optional.empty(),
                Abilities.speaking("nb")));
  }
}
