package havn.demo;

import havn.kernel.id.TextId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A provider of texts and every phone it reaches, in memory. It knows a text again by its key. The
/// newest 1,000 texts are on the phones, the newest 1,000 keys are known. One thread.
final class Phone {

  private static final int MOST_TEXTS = 1_000;
  private static final int MOST_KEYS = 1_000;

  /// What happens to ten texts in turn when everything happens.
  private static final List<Mood> ANYTHING =
      List.of(
          Mood.ARRIVE,
          Mood.JUMBLE,
          Mood.ARRIVE,
          Mood.REFUSE,
          Mood.FAIL,
          Mood.ARRIVE,
          Mood.MUTE,
          Mood.ARRIVE,
          Mood.LOSE,
          Mood.DELAY);

  /// What it does with the texts it is handed.
  enum Mood {
    ARRIVE,
    /// Arrives 20 seconds later.
    DELAY,
    /// Arrives twice.
    TWICE,
    /// Is taken and never arrives.
    LOSE,
    /// Is not taken.
    REFUSE,
    /// Is taken, and the connection ends without an answer.
    MUTE,
    /// Is taken and never arrives, which the provider tells twice.
    FAIL,
    /// Arrives, and what the provider tells of it comes twice and in no order.
    JUMBLE,
    /// One after the other: most arrive, and one in ten each is told of in no order, is refused at
    /// first, fails, is not answered, is lost, is late.
    ANYTHING;

    String printed() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Mood> parse(String printed) {
      return Arrays.stream(values()).filter(mood -> mood.printed().equals(printed)).findFirst();
    }
  }

  /// What a phone shows.
  record Text(String to, String text) {

    @Override
    public String toString() {
      return "Text[…]";
    }
  }

  private final Deque<Text> shown = new ArrayDeque<>();
  private final Map<String, String> ids = new LinkedHashMap<>();
  private Mood mood = Mood.ARRIVE;
  private int taken;
  private int handed;

  Mood mood() {
    return mood;
  }

  void be(Mood next) {
    mood = next;
  }

  /// What becomes of the text that is handed over now.
  Mood next() {
    if (mood != Mood.ANYTHING) {
      return mood;
    }
    handed++;
    return ANYTHING.get(handed % ANYTHING.size());
  }

  /// The id of a text that was taken before.
  Optional<String> known(String key) {
    return Optional.ofNullable(ids.get(key));
  }

  /// Takes a text and answers its id.
  String take(String key) {
    taken++;
    String id = "sim-" + taken;
    ids.put(key, id);
    if (ids.size() > MOST_KEYS) {
      ids.remove(ids.keySet().iterator().next());
    }
    return id;
  }

  /// An id for what a phone sends.
  String sent() {
    return "in-" + TextId.fresh().hex();
  }

  void show(Text text) {
    shown.addFirst(text);
    if (shown.size() > MOST_TEXTS) {
      shown.removeLast();
    }
  }

  /// The newest first.
  List<Text> shown() {
    return new ArrayList<>(shown);
  }
}
