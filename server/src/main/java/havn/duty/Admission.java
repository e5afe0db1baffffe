package havn.duty;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whether somebody new is taken into the line, and if not, why.
public enum Admission {
  WELCOME,
  /// Nobody is there.
  NOBODY,
  /// It closes in ten minutes or less.
  CLOSING,
  /// The wait would pass the closing time, or an hour.
  LONG,
  /// Staff have set it: no room for more today.
  FULL,
  /// Staff have set it: nobody new.
  CLOSED_TO_NEW,
  /// Staff have set it: only people with a return code.
  WINDING_DOWN;

  /// So long before closing nobody new is taken.
  public static final Duration BEFORE_CLOSING = Duration.ofMinutes(10);

  /// Nobody is let into a longer wait.
  public static final Duration LONGEST_WAIT = Duration.ofMinutes(60);

  private static final int FEWEST_PICK_UPS = 5;

  /// Who asks.
  ///
  public enum Asker {
    ANYBODY,
    /// Shows a return code.
    RETURNS,
    /// Is in danger now, or was left by the service in the middle of a chat: such a one is taken
    /// whenever somebody is there within the hours of the service, whatever those of their lane.
    FIRST
  }

  /// @param untilClosing empty when it does not close
  /// @param wait how long somebody new would wait, when that can be told
  public static Admission decide(
      Staffing staffing,
      DeskMode mode,
      Optional<Duration> untilClosing,
      Optional<Duration> wait,
      Asker asker) {
    if (!staffing.answers() || mode == DeskMode.CLOSED) {
      return NOBODY;
    }
    if (asker == Asker.FIRST) {
      return WELCOME;
    }
    Optional<Admission> set = refusal(mode, asker);
    if (set.isPresent()) {
      return set.get();
    }
    if (untilClosing.filter(left -> left.compareTo(BEFORE_CLOSING) <= 0).isPresent()) {
      return CLOSING;
    }
    Duration most =
        untilClosing.filter(left -> left.compareTo(LONGEST_WAIT) < 0).orElse(LONGEST_WAIT);
    return wait.filter(expected -> expected.compareTo(most) > 0).isPresent() ? LONG : WELCOME;
  }

  private static Optional<Admission> refusal(DeskMode mode, Asker asker) {
    return switch (mode) {
      case OPEN -> Optional.empty();
      case CLOSED -> Optional.of(NOBODY);
      case FULL -> Optional.of(FULL);
      case CLOSED_TO_NEW -> Optional.of(CLOSED_TO_NEW);
      case WINDING_DOWN -> asker == Asker.RETURNS ? Optional.empty() : Optional.of(WINDING_DOWN);
    };
  }

  /// The wait of somebody new: none when nobody waits, else the median of the last pick-ups; empty
  /// with fewer than five of them.
  public static Optional<Duration> expectedWait(int waiting, List<Duration> pickUps) {
    if (waiting == 0) {
      return Optional.of(Duration.ZERO);
    }
    return pickUps.size() < FEWEST_PICK_UPS
        ? Optional.empty()
        : Optional.of(pickUps.stream().sorted().toList().get(pickUps.size() / 2));
  }

  public String printed() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
