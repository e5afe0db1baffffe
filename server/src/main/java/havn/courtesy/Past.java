package havn.courtesy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is remembered of contact with one number. Prints as `Past[…]`.
///
/// A word counts only when it came after the number last changed hands. Beginnings are unanswered
/// when they came after the last word that counts and after the change of hands; a beginning and a
/// word of the same instant count as answered. Of the unanswered ones those belong together that
/// follow each other within 180 days: the first message, and its reminder.
///
/// @param begun when we began, by first message, reminder or a call by hand; at most 100, of the
///     last 13 months
/// @param word when the person last wrote
/// @param changed when the number last changed hands, by what the provider says
public record Past(List<Instant> begun, Optional<Instant> word, Optional<Instant> changed) {

  private static final int MOST = 100;

  /// Nothing has happened.
  public static final Past NONE = new Past(List.of(), Optional.empty(), Optional.empty());

  public Past {
    if (begun.size() > MOST) {
      throw new IllegalArgumentException("at most " + MOST + " beginnings");
    }
    begun = begun.stream().sorted().toList();
  }

  /// The last word of whoever has the number now.
  Optional<Instant> ownWord() {
    return word.filter(at -> changed.isEmpty() || at.isAfter(changed.get()));
  }

  /// The beginnings that a reminder would belong to, in order: those after the last word, the last
  /// change of hands, and the last gap of `gap` or more.
  List<Instant> unanswered(Duration gap) {
    List<Instant> open =
        begun.stream()
            .filter(at -> ownWord().map(at::isAfter).orElse(true))
            .filter(at -> changed.map(at::isAfter).orElse(true))
            .toList();
    int first = open.size() - 1;
    while (first > 0 && open.get(first).isBefore(open.get(first - 1).plus(gap))) {
      first--;
    }
    return open.isEmpty() ? open : open.subList(first, open.size());
  }

  @Override
  public String toString() {
    return "Past[…]";
  }
}
