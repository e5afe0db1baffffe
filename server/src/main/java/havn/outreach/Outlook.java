package havn.outreach;

import havn.correspondence.Standing;
import havn.courtesy.Manners;
import havn.courtesy.Occasion;
import havn.courtesy.Past;
import havn.courtesy.Permission;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What may be begun with a card. Its numbers are one person's: what was begun with any of them
/// counts for all, a stop at one stops all. Pure. Prints as `Outlook[…]`.
///
/// @param begun when somebody last began
public record Outlook(Stage stage, Optional<Instant> begun, May may) {

  /// After this an unanswered beginning has no reminder any more.
  private static final Duration CONSENT = Duration.ofDays(180);

  private static final int MOST_BEGUN = 100;
  private static final int MOST_WINDOWS = 100;

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
    Standing all = together(standings);
    Past past = all.past();
    Optional<Instant> begun =
        past.begun().isEmpty() ? Optional.empty() : Optional.of(past.begun().getLast());
    return new Outlook(stage(card, all), begun, may(all, now));
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

  static May may(Standing all, Instant now) {
    return all.stopped().isPresent() ? new Stopped() : begin(all, now);
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
    return new Begin(occasion, all.permission(occasion, Manners.DEFAULT, now));
  }

  private static Instant earliest(Begin begin, Instant now) {
    return switch (begin.permission()) {
      case Permission.Now at -> now;
      case Permission.At later -> later.moment();
      case Permission.Never never -> Instant.MAX;
    };
  }

  /// What is known of several numbers of one person. Only when all changed hands did the person
  /// change.
  static Standing together(List<Standing> standings) {
    if (standings.size() == 1) {
      return standings.getFirst();
    }
    List<Instant> begun =
        standings.stream().flatMap(one -> one.past().begun().stream()).sorted().distinct().toList();
    List<Instant> changed =
        standings.stream().flatMap(one -> one.past().changed().stream()).sorted().toList();
    return new Standing(
        new Past(
            begun.subList(Math.max(0, begun.size() - MOST_BEGUN), begun.size()),
            standings.stream().flatMap(one -> word(one.past()).stream()).max(Instant::compareTo),
            changed.size() == standings.size()
                ? Optional.of(changed.getFirst())
                : Optional.empty()),
        standings.stream().flatMap(one -> one.stopped().stream()).min(Comparator.naturalOrder()),
        standings.stream()
            .flatMap(one -> one.windows().stream())
            .distinct()
            .limit(MOST_WINDOWS)
            .toList());
  }

  /// The last word of whoever has the number now.
  private static Optional<Instant> word(Past past) {
    return past.word().filter(at -> past.changed().map(at::isAfter).orElse(true));
  }

  private static Stage stage(Card card, Standing all) {
    if (all.stopped().isPresent()) {
      return Stage.STOPPED;
    }
    Past past = all.past();
    Optional<Instant> answered = word(past).isPresent() ? word(past) : past.changed();
    List<Instant> open =
        past.begun().stream().filter(at -> answered.map(at::isAfter).orElse(true)).toList();
    if (open.isEmpty()) {
      if (word(past).isPresent()) {
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
