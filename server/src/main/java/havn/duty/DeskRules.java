package havn.duty;

import havn.hours.OpeningHours;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What comes of a press. Pure.
public final class DeskRules {

  /// No mode counts longer.
  public static final Duration LONGEST = Duration.ofHours(24);

  /// One press stays so much longer.
  public static final Duration STAY = Duration.ofMinutes(30);

  /// All presses together.
  public static final Duration LONGEST_STAY = Duration.ofHours(4);

  private DeskRules() {}

  /// What was decided.
  public sealed interface Decision {

    record Mode(DeskMode mode, Instant until) implements Decision {}

    /// @param mode what ended with the hours, and now ends with the stay
    record Stay(DeskSign.Stay stay, Optional<Mode> mode) implements Decision {}

    record Refused(Reason reason) implements Decision {}
  }

  /// Why a press has no effect.
  public enum Reason {
    /// The hours do not run, and did not half an hour ago.
    OUTSIDE_HOURS,
    /// It is closed for now; whoever wants to stay opens first.
    CLOSED_NOW,
    /// There is no closing time.
    NEVER_CLOSES,
    /// Four hours are the most.
    LONG_ENOUGH
  }

  /// The presses that have an effect now; what is set already is none of them.
  public static List<Press> having(DeskSign sign, OpeningHours hours, Instant now) {
    return Stream.of(Press.values())
        .filter(press -> !press.printed().equals(sign.modeAt(now).printed()))
        .filter(press -> press != Press.CLOSE_NOW || sign.modeAt(now) != DeskMode.CLOSED)
        .filter(press -> !(decide(press, sign, hours, now) instanceof Decision.Refused))
        .toList();
  }

  public static Decision decide(Press press, DeskSign sign, OpeningHours hours, Instant now) {
    DeskHours desk = DeskHours.of(hours, sign, now);
    return switch (press) {
      case OPEN -> new Decision.Mode(DeskMode.OPEN, now);
      case FULL -> mode(DeskMode.FULL, desk, now);
      case CLOSED_TO_NEW -> mode(DeskMode.CLOSED_TO_NEW, desk, now);
      case WINDING_DOWN -> mode(DeskMode.WINDING_DOWN, desk, now);
      case CLOSE_NOW -> mode(DeskMode.CLOSED, desk, now);
      case STAY -> stay(desk, sign, now);
    };
  }

  private static Decision mode(DeskMode mode, DeskHours desk, Instant now) {
    if (!desk.planned(now)) {
      return new Decision.Refused(Reason.OUTSIDE_HOURS);
    }
    Instant most = now.plus(LONGEST);
    return new Decision.Mode(mode, desk.closesAt(now).filter(most::isAfter).orElse(most));
  }

  /// A mode that ends at the closing, or ended at one half an hour ago, lasts as long as the stay:
  /// whoever has set *full today* lets nobody new in by staying.
  private static Decision stay(DeskHours desk, DeskSign sign, Instant now) {
    if (desk.mode() == DeskMode.CLOSED) {
      return new Decision.Refused(Reason.CLOSED_NOW);
    }
    boolean planned = desk.planned(now);
    Optional<Instant> closing = planned ? desk.closesAt(now) : desk.hours().endedWithin(STAY, now);
    if (closing.isEmpty()) {
      return new Decision.Refused(planned ? Reason.NEVER_CLOSES : Reason.OUTSIDE_HOURS);
    }
    Instant from = desk.stay().map(DeskSign.Stay::from).orElse(closing.get());
    Instant until = (planned ? closing.get() : now).plus(STAY);
    return until.isAfter(from.plus(LONGEST_STAY))
        ? new Decision.Refused(Reason.LONG_ENOUGH)
        : new Decision.Stay(new DeskSign.Stay(from, until), prolonged(desk, sign, until, now));
  }

  private static Optional<Decision.Mode> prolonged(
      DeskHours desk, DeskSign sign, Instant until, Instant now) {
    boolean ends =
        desk.planned(now)
            ? desk.closesAt(now).filter(sign.modeUntil()::equals).isPresent()
            : now.isBefore(sign.modeUntil().plus(STAY));
    return sign.mode() != DeskMode.OPEN && sign.mode() != DeskMode.CLOSED && ends
        ? Optional.of(new Decision.Mode(sign.mode(), until))
        : Optional.empty();
  }
}
