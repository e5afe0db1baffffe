package havn.correspondence;

import havn.courtesy.Courtesy;
import havn.courtesy.Occasion;
import havn.courtesy.Past;
import havn.courtesy.Permission;
import havn.courtesy.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What is known of one number when it may be written to.
///
/// @param stopped when they said last, as far as anybody knows, that the service writes to them no
///     more; the epoch where a provider tells only that they did
/// @param windows of every card with that number, at most 100
/// @param over when they last wrote over the provider of the service, in the last 2 days
/// @param terms of the service
public record Standing(
    Past past,
    Optional<Instant> stopped,
    List<Window> windows,
    Optional<Instant> over,
    Terms terms) {

  public Standing {
    windows = List.copyOf(windows);
  }

  /// How long somebody who said stop is answered after they wrote again.
  public static final Duration ANSWERED_THOUGH_STOPPED = Duration.ofHours(24);

  /// How long a provider that asks for templates takes free text after a word over it.
  private static final Duration ANSWERED_OVER_TEMPLATES = Duration.ofHours(24);

  private static final int MOST_BEGUN = 100;
  private static final int MOST_WINDOWS = 100;

  /// Whether an answer that goes out at this moment may though they said stop: they wrote since, at
  /// most 24 hours before.
  public boolean mayAnswer(Instant at) {
    return stopped.isEmpty()
        || past.word()
            .filter(word -> word.isAfter(stopped.get()))
            .filter(word -> at.isBefore(word.plus(ANSWERED_THOUGH_STOPPED)))
            .isPresent();
  }

  /// Whether somebody on duty is called for what they wrote: for 24 hours where they said stop, or
  /// where the provider asks for templates, and for 180 days otherwise. Also when no hour is left
  /// in which an answer may go out, or their safe time shares none with the service's hours, and
  /// when the number changed hands since.
  public boolean rings(Instant now) {
    return mayAnswer(now)
        && (!terms.templates() || wroteOver(now))
        && past.word().filter(word -> now.isBefore(word.plus(Courtesy.CONSENT))).isPresent();
  }

  /// What the rules say; whether they said stop, and whether they said yes where the provider asks
  /// for that, are other questions.
  public Permission permission(Occasion occasion, Instant now) {
    Permission permission = hours(occasion, now);
    return occasion == Occasion.ANSWER && terms.templates() && !wroteOver(permission.from(now))
        ? new Permission.Never(Permission.Why.DAY_OVER)
        : permission;
  }

  /// What the rules say of a person, and of the number that is to be written to: both have to
  /// permit it, and of two moments it is the later one.
  public static Permission permission(
      Standing number, Standing person, Occasion occasion, Instant now) {
    Permission alone = number.permission(occasion, now);
    return switch (person.permission(occasion, now)) {
      case Permission.Never never -> never;
      case Permission.Now at -> alone;
      case Permission.At later ->
          switch (alone) {
            case Permission.Never never -> never;
            case Permission.Now at -> later;
            case Permission.At other -> other.moment().isAfter(later.moment()) ? other : later;
          };
    };
  }

  private Permission hours(Occasion occasion, Instant now) {
    return Courtesy.decide(occasion, terms.manners(), windows, past, now);
  }

  private boolean wroteOver(Instant at) {
    return over.filter(word -> at.isBefore(word.plus(ANSWERED_OVER_TEMPLATES))).isPresent();
  }

  /// What is known of several numbers of one person. Only when all changed hands did the person
  /// change.
  public static Standing together(List<Standing> standings) {
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
            .toList(),
        standings.getFirst().over(),
        standings.getFirst().terms());
  }

  /// The last word of whoever has the number now.
  public static Optional<Instant> word(Past past) {
    return past.word().filter(at -> past.changed().map(at::isAfter).orElse(true));
  }
}
