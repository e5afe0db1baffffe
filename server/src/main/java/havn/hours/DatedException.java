package havn.hours;

import java.time.LocalDate;

/// What is different on one date.
///
/// Closed for the whole day: no weekly slot begins on that date, and none runs into it. Closed for
/// some times: they are cut out of everything. Open: added to the week. So "closed the whole day,
/// open 10:00–14:00" is a half day.
///
/// @param note why, for staff; at most 80 characters, may be empty
public record DatedException(LocalDate date, boolean open, Times times, String note) {

  boolean closedAllDay() {
    return !open && times.equals(Times.WHOLE_DAY);
  }
}
