package havn.figures;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// Something that is counted. None of them is a part of another.
public enum Counted {
  /// A chat was taken within five minutes.
  UNDER_5("under-5"),
  FROM_5_TO_15("5-to-15"),
  OVER_15("over-15"),
  /// Somebody left the line, or it ended, before anybody took the chat.
  UNANSWERED("unanswered"),
  /// A letter was left.
  LETTERS("letters"),
  /// A text that we began with was taken by the provider: a first one, or a reminder.
  TEXTS_BEGUN("texts-begun"),
  /// A text in which somebody answered was taken by the provider.
  TEXTS_ANSWERED("texts-answered"),
  /// Somebody of a card was called by hand.
  CALLS("calls"),
  /// Somebody wrote for the first time since we began.
  WROTE_BACK("wrote-back"),
  /// Somebody said stop to a service, by a word or to the provider, who had not before. What is
  /// only learned from a refused text, or told without a service, is not counted.
  STOPPED("stopped");

  private static final Duration SHORT = Duration.ofMinutes(5);
  private static final Duration LONG = Duration.ofMinutes(15);

  private final String printed;

  Counted(String printed) {
    this.printed = printed;
  }

  /// A chat that was taken after this wait.
  public static Counted takenAfter(Duration waited) {
    if (waited.compareTo(SHORT) < 0) {
      return UNDER_5;
    }
    return waited.compareTo(LONG) <= 0 ? FROM_5_TO_15 : OVER_15;
  }

  public static Optional<Counted> parse(String printed) {
    return Arrays.stream(values()).filter(what -> what.printed.equals(printed)).findFirst();
  }

  public String printed() {
    return printed;
  }
}
