package havn.task;

import java.util.Locale;
import java.util.Optional;

/// Why an office whose turn it was did not get a task.
public enum SkipReason {
  NOT_REACHED,
  NO_ROOM,
  /// It knows the person or their family too closely.
  PARTIAL,
  OTHER;

  public static Optional<SkipReason> parse(String printed) {
    for (SkipReason reason : values()) {
      if (reason.printed().equals(printed)) {
        return Optional.of(reason);
      }
    }
    return Optional.empty();
  }

  public String printed() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
