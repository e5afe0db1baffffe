package havn.conversation;

import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Who of staff is in a conversation. Each change is one atomic step.
public interface Memberships {

  /// Devices of staff in one conversation; with the visitor an epoch's grant has nine recipients.
  int MOST_STAFF = 8;

  /// What came of an attempt to invite.
  enum Invited {
    DONE,
    /// The claim has moved on.
    BEHIND,
    /// Another invitation stands.
    PENDING,
    /// The device is in it already, or nobody more may be.
    CROWDED
  }

  /// What an accepted invitation made of a device.
  ///
  /// @param kind what it was asked to be
  /// @param fence its claim's fence; 0 for a member
  /// @param slot its slot
  /// @param gone devices that are in the conversation no longer
  record Entrance(Invitation.Kind kind, long fence, int slot, List<DeviceId> gone) {}

  /// Invites for the holder of this fence. The same invitation again counts from now.
  Future<Invited> invite(ConversationId id, long fence, Invitation invitation, Instant now);

  /// The holder of this fence takes the invitation back; answers who was invited.
  Future<Optional<DeviceId>> withdraw(ConversationId id, long fence);

  /// The invited declines; false when it was not invited.
  Future<Boolean> decline(ConversationId id, DeviceId device);

  /// The invited accepts; empty when no invitation of it stands.
  Future<Optional<Entrance>> accept(ConversationId id, DeviceId device, Instant now);

  /// A member is taken out by the holder of this fence; false when it was none or the claim has
  /// moved on.
  Future<Boolean> remove(ConversationId id, long fence, DeviceId member);

  /// A member leaves; false when it was none.
  Future<Boolean> leave(ConversationId id, DeviceId member);
}
