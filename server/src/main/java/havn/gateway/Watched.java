package havn.gateway;

import havn.kernel.id.ConversationId;
import havn.kernel.id.StaffId;
import io.vertx.core.Future;

/// Where it is written down that somebody in training was asked to watch a chat, and that they came
/// in. Whoever does it waits for this, and does it only when it came out well.
public interface Watched {

  /// @param by who leads the chat
  Future<Void> asked(StaffId by, ConversationId chat);

  /// @param by who watches from now on
  Future<Void> came(StaffId by, ConversationId chat);
}
