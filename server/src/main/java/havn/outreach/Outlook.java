package havn.outreach;

import havn.correspondence.Standing;
import havn.courtesy.Occasion;
import havn.courtesy.Past;
import havn.courtesy.Permission;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What may be begun with a card. Its numbers are one person's: what was begun with any of them
/// counts for all, a stop at one stops all. Pure. Prints as `Outlook[…]`.
///
/// @param begun when somebody last began
public record Outlook(Stage stage, Optional<Instant> begun, May may) {

  /// After this an unanswered beginning has no reminder any more.
  private static final Duration CONSENT = Duration.ofDays(180);

  /// Whether somebody may begin.
  public sealed interface May {}

  /// They or a worker said never.
  public record Stopped() implements May {}

  /// As the rules say.
  ///
  /// @param occasion FIRST or REMINDER
  public record Begin(Occasion occasion, Permission permission) implements May {}

  /// @param standings of each number of the card, in its order
  static Outlook of(Card card, List<Standing> standings, Instant now) {
    Standing all = Standing.together(standings);
    Past past = all.past();
    Optional<Instant> begun =
        past.begun().isEmpty() ? Optional.empty() : Optional.of(past.begun().getLast());
    return new Outlook(stage(card, all), begun, may(card, all, now));
  }

  public boolean isNow() {
    return switch (may) {
      case Stopped stopped -> false;
      case Begin begin -> begin.permission() instanceof Permission.Now;
    };
  }

  /// Whether nothing can be begun in the next days, whatever the hour.
  boolean isOver() {
    return switch (may) {
      case Stopped stopped -> true;
      case Begin begin ->
          switch (begin.permission()) {
            case Permission.Now at -> false;
            case Permission.At later -> false;
            case Permission.Never never -> never.why() != Permission.Why.NO_HOUR;
          };
    };
  }

  /// @param all of its numbers together
  static May may(Card card, Standing all, Instant now) {
    if (all.stopped().isPresent()) {
      return new Stopped();
    }
    return all.terms().templates() && !card.consents(all.past(), now)
        ? new Begin(Occasion.FIRST, new Permission.Never(Permission.Why.NO_CONSENT))
        : begin(all, now);
  }

  /// The first message, or else the reminder: whichever may be sent earlier.
  private static Begin begin(Standing all, Instant now) {
    Begin first = asked(all, Occasion.FIRST, now);
    if (first.permission() instanceof Permission.Now) {
      return first;
    }
    Begin reminder = asked(all, Occasion.REMINDER, now);
    int sooner = earliest(reminder, now).compareTo(earliest(first, now));
    boolean silent = first.permission().equals(new Permission.Never(Permission.Why.SILENCE));
    return sooner < 0 || (sooner == 0 && silent) ? reminder : first;
  }

  private static Begin asked(Standing all, Occasion occasion, Instant now) {
    return new Begin(occasion, all.permission(occasion, now));
  }

  private static Instant earliest(Begin begin, Instant now) {
    return switch (begin.permission()) {
      case Permission.Now at -> now;
      case Permission.At later -> later.moment();
      case Permission.Never never -> Instant.MAX;
    };
  }

  private static Stage stage(Card card, Standing all) {
    if (all.stopped().isPresent()) {
      return Stage.STOPPED;
    }
    Past past = all.past();
    Optional<Instant> answered =
        Standing.word(past).isPresent() ? Standing.word(past) : past.changed();
    List<Instant> open =
        past.begun().stream().filter(at -> answered.map(at::isAfter).orElse(true)).toList();
    if (open.isEmpty()) {
      if (Standing.word(past).isPresent()) {
        return Stage.REPLIED;
      }
      return card.callOnly() ? Stage.CALL_ONLY : Stage.NEW;
    }
    boolean again =
        open.size() > 1 && open.getLast().isBefore(open.get(open.size() - 2).plus(CONSENT));
    return again ? Stage.REMINDED : Stage.CONTACTED;
  }

  @Override
  public String toString() {
    return "Outlook[…]";
  }
}
