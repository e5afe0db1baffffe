package havn.matching;

import havn.conversation.Conversation;
import io.vertx.core.Future;

/// Calls for help out of chats, as far as the end of a chat concerns them.
public interface Alarms {

  /// Whether one stands in this chat, or had to be made and never was. Never fails: an end waits
  /// for nothing that is down.
  Future<Boolean> stands(Conversation chat);

  /// Nothing is remembered of it any more.
  Future<Void> forget(Conversation chat);
}
