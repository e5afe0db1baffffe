package havn.conversation;

import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import io.vertx.core.Future;
import java.util.List;

/// What the devices of staff in one conversation say to each other, sealed for them alone: a stream
/// beside the conversation's own, which nothing of a visitor's connection can reach
/// (docs/protocol/sealed.md, section 16). It ends when the conversation ends.
public interface Whispers {

  /// Entries one conversation may hold, keys included.
  int MOST = 500;

  /// What became of an entry.
  sealed interface Told {

    /// Stored under this number; `members` are all devices of staff in the conversation.
    record Stored(int seq, List<DeviceId> members) implements Told {

      public Stored {
        members = List.copyOf(members);
      }
    }

    /// The device is not in the conversation with this slot, or the conversation is over.
    record NotYours() implements Told {}

    /// Another epoch runs, it has a key already, or the claim has moved on.
    record Behind() implements Told {}

    record Full() implements Told {}
  }

  /// Stores the key of the running epoch for the holder of this fence, once per epoch.
  Future<Told> key(ConversationId id, DeviceId device, long fence, int epoch, byte[] body);

  /// Stores a whisper of the device that has this slot.
  Future<Told> say(ConversationId id, DeviceId device, int slot, byte[] body);

  /// At most `most` entries in order, from number `from` on; none for a device that is not in the
  /// conversation now.
  Future<List<LogEntry>> read(ConversationId id, DeviceId device, int from, int most);
}
