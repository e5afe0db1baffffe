package havn.conversation;

import havn.kernel.id.DeviceId;
import java.util.List;
import java.util.Optional;

/// How far a conversation is.
public sealed interface Stage {

  /// In the line.
  record Waiting() implements Stage {}

  /// A device leads it.
  ///
  /// @param slot the lead's, from 1
  /// @param members at most 7
  /// @param invitation may have ended
  record Taken(
      DeviceId device, long fence, int slot, List<Member> members, Optional<Invitation> invitation)
      implements Stage {

    public Optional<Member> member(DeviceId other) {
      return members.stream().filter(m -> m.device().equals(other)).findFirst();
    }
  }

  /// Over; the stream can be read for two minutes more. `device` held it last.
  record Ended(Optional<DeviceId> device) implements Stage {}
}
