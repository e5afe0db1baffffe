package havn.matching;

import havn.conversation.Conversation;
import havn.conversation.Memberships;
import havn.wire.v1.Code;

/// What came of accepting an invitation.
public sealed interface Entering {

  /// The device is in; `conversation` is as it was before.
  record Entered(Conversation conversation, Memberships.Entrance entrance) implements Entering {}

  record Refused(Code code) implements Entering {}
}
