package havn.task;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whose turn it is. Offices take turns in the order in which they are written; a turn that is
/// skipped is not owed. Pure.
public final class Turn {

  /// The office of a kind that has none: the service itself.
  public static final String ITSELF = "";

  private Turn() {}

  /// Who comes after `last`; the first one when `last` is none of them.
  public static String next(List<String> offices, String last) {
    return offices.isEmpty() ? ITSELF : offices.get((offices.indexOf(last) + 1) % offices.size());
  }

  /// Who has it in place of `current`, which need not be one of them any more; empty when
  /// everybody else was skipped already.
  public static Optional<String> instead(
      List<String> offices, String current, Set<String> skipped) {
    String candidate = current;
    for (int step = 0; step < offices.size(); step++) {
      candidate = next(offices, candidate);
      if (!candidate.equals(current) && !skipped.contains(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
