package havn.channel;

import havn.kernel.id.TextId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What a provider tells us by itself. Prints without people.
public sealed interface Told {

  /// Longest text that is kept of what a phone sends; the rest is cut off.
  int LONGEST_TEXT = 2_000;

  /// A phone sent something.
  ///
  /// @param id the provider's name for it, the same when it is told again; at most 128 characters
  /// @param again where the provider gives none and the id is one of the words: for how long the
  ///     same words are the same text; empty, they always are
  /// @param text at most 2,000 characters; empty when it was a picture, a call or the like
  record Text(String id, Optional<Duration> again, Address from, String text) implements Told {

    public static final int LONGEST_ID = 128;

    public Text(String id, Address from, String text) {
      this(id, Optional.empty(), from, text);
    }

    public Text {
      if (id.isEmpty() || id.length() > LONGEST_ID || text.length() > LONGEST_TEXT) {
        throw new IllegalArgumentException("an id has 1–128 characters, a text at most 2,000");
      }
    }

    @Override
    public String toString() {
      return "Text[" + text.length() + " chars]";
    }
  }

  /// What became of a text of ours. Arrives twice, late and out of order.
  record Report(Which which, Delivery delivery) implements Told {}

  /// The provider stopped texts to somebody, as they asked it to.
  ///
  /// @param id of what they asked it with, the same when it is told again; at most 128 characters
  /// @param at when they asked, where the provider says it; where neither is known, they asked at
  ///     some time before
  record OptedOut(Address who, Optional<String> id, Optional<Instant> at) implements Told {

    /// At some time before.
    public OptedOut(Address who) {
      this(who, Optional.empty(), Optional.empty());
    }
  }

  /// They asked the provider to begin again.
  ///
  /// @param id the same when it is told again; at most 128 characters
  /// @param at when they asked, where the provider says it
  record OptedIn(Address who, String id, Optional<Instant> at) implements Told {}

  /// The number belongs to somebody else by now.
  record NumberChanged(Address who) implements Told {}

  /// Which text a report is about.
  sealed interface Which {}

  /// The key that it was handed over with.
  record ByKey(TextId key) implements Which {}

  /// What the provider called it when it took it.
  record ById(String id) implements Which {}

  /// How far a text has come; later ones are further.
  enum Delivery {
    SENT,
    DELIVERED,
    /// It will not arrive.
    FAILED
  }
}
