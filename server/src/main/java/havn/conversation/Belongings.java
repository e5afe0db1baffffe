package havn.conversation;

import havn.kernel.id.ConversationId;
import io.vertx.core.Future;

/// What hangs on a conversation and goes with its end.
@FunctionalInterface
public interface Belongings {

  /// Removes everything of a conversation that is over. The same again changes nothing.
  Future<?> drop(ConversationId id);
}
