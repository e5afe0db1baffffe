package havn.courtesy;

import havn.kernel.time.SystemTime;
import java.time.Instant;
import java.time.LocalDate;

/// That somebody said yes, on a day in Oslo, to be written to first over a provider that asks for
/// it. It is given today at the latest and holds for 13 months, as long as anything else of them is
/// kept; not for whoever has the number since.
public record Yes(LocalDate day) {

  /// How long it holds.
  public static final int MONTHS = 13;

  /// Whether it is of these 13 months.
  public boolean isRecent(LocalDate today) {
    return !day.isAfter(today) && !day.isBefore(today.minusMonths(MONTHS));
  }

  /// Whether it is recent, and of whoever has the number now: given on a day after that on which it
  /// changed hands.
  ///
  /// @param past of the number
  public boolean holds(Past past, Instant now) {
    return isRecent(oslo(now)) && past.changed().map(at -> oslo(at).isBefore(day)).orElse(true);
  }

  private static LocalDate oslo(Instant at) {
    return LocalDate.ofInstant(at, SystemTime.OSLO);
  }
}
