package havn.conversation;

import havn.kernel.id.ConversationId;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What lets the page of a visitor's own phone go on after it was loaded anew: sealed by the page
/// under a key that only its address holds (docs/protocol/sealed.md, section 17). One for each
/// conversation, gone with its end.
public interface Reloads {

  /// How long after its last connection a page can come back.
  Duration LIFE = Duration.ofMinutes(60);

  /// What pages keep: a share of 64 bytes, 2,560 bytes of padded state, a tag.
  int BYTES = 2_640;

  /// Keeps it in place of what was kept before.
  ///
  /// @param key fingerprint of what opens it
  Future<Void> keep(ConversationId id, String key, byte[] sealed, Instant now);

  /// Empty when nothing is kept, its time is over, or the key is another; not told apart.
  Future<Optional<byte[]>> open(ConversationId id, String key, Instant now);

  /// The page is connected: counts from now.
  Future<Void> renew(ConversationId id, Instant now);

  /// Overwritten where it lies, then deleted.
  Future<Void> shred(ConversationId id);

  /// Shreds what has ended, at most 1,000; answers how many that were.
  Future<Integer> sweep(Instant now);
}
