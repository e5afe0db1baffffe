package havn.hours;

import java.util.Locale;
import java.util.Optional;

/// What the weekly slots do on a Norwegian public holiday. Dated exceptions stand in any case.
public enum HolidayPolicy {
  /// As on a date that is closed as a whole.
  CLOSED,
  /// As on any other day of the week.
  AS_USUAL;

  /// Reads `closed` or `as-usual`.
  public static Optional<HolidayPolicy> parse(String printed) {
    for (HolidayPolicy policy : values()) {
      if (policy.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(printed)) {
        return Optional.of(policy);
      }
    }
    return Optional.empty();
  }
}
