package havn.duty;

import java.util.Locale;

/// What a service may truthfully say about itself.
public enum Staffing {
  /// Within hours, and somebody can take a chat now.
  OPEN,
  /// Somebody is on duty, but has no room, takes a break or is unsteady.
  BUSY,
  /// Within hours, and nobody is there.
  LATE,
  /// Outside hours.
  CLOSED;

  public String printed() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether somebody is there.
  public boolean answers() {
    return switch (this) {
      case OPEN, BUSY -> true;
      case LATE, CLOSED -> false;
    };
  }
}
