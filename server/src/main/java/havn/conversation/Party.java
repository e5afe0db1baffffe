package havn.conversation;

/// The two ends of a conversation.
public enum Party {
  VISITOR,
  STAFF
}
