package havn.conversation;

import havn.kernel.id.DeviceId;
import java.util.Optional;

/// How far a conversation is.
public sealed interface Stage {

  /// In the line.
  record Waiting() implements Stage {}

  /// A device holds it. `slot` is that device's slot in the running epoch, 0 before the first.
  record Taken(DeviceId device, long fence, int slot) implements Stage {}

  /// Over; the stream can be read for two minutes more. `device` held it last.
  record Ended(Optional<DeviceId> device) implements Stage {}
}
