package havn.letters;

import havn.kernel.id.ConversationId;
import havn.kernel.id.FileId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where sealed files are kept, byte for byte.
public interface FileStore {

  /// Keeps a file that nothing names yet; false when all files together would pass `mostBytes`.
  Future<Boolean> keep(FileId id, byte[] content, Instant ends, long mostBytes);

  /// What is kept for one chat.
  record Held(int files, long bytes) {}

  Future<Held> ofChat(ConversationId chat);

  /// Keeps a file of a chat; false when all files together would pass `mostBytes`, or the chat
  /// would have more than it may ([ChatFiles]).
  Future<Boolean> keepForChat(
      FileId id, ConversationId chat, byte[] content, Instant ends, long mostBytes);

  /// Removes the files of a chat; answers how many.
  Future<Integer> dropOf(ConversationId chat);

  /// At most `most` chats that have files.
  Future<List<ConversationId>> chats(int most);

  Future<Optional<byte[]>> find(FileId id, Instant now);

  /// The same for files of chats alone.
  Future<Optional<byte[]>> findOfChats(FileId id, Instant now);
}
