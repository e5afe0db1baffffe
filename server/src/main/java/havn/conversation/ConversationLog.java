package havn.conversation;

import io.vertx.core.Future;
import java.util.List;

/// The stream of one conversation. Whoever talks in it keeps this object, so that nothing is looked
/// up per message.
public interface ConversationLog {

  /// Entries a conversation may hold.
  int MOST = 2_000;

  /// Stores a talk frame; answers its number, or 0 when the conversation is gone.
  Future<Integer> append(byte[] body);

  /// At most `most` entries in order, from number `from` on.
  Future<List<LogEntry>> read(int from, int most);
}
