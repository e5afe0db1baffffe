package havn.hours;

import java.time.LocalDate;

/// What is different on one date, or on every date from one to another.
///
/// Closed for the whole day: no weekly slot begins on that date, and none runs into it. Closed for
/// some times: they are cut out of everything. Open: added to the week. So "closed the whole day,
/// open 10:00–14:00" is a half day.
///
/// @param through the last date, `date` itself for one day; at most 366 days in all
/// @param note why, for staff; at most 80 characters, may be empty
public record DatedException(
    LocalDate date, LocalDate through, boolean open, Times times, String note) {

  public static final int MOST_DAYS = 366;

  public DatedException {
    if (through.isBefore(date) || through.isAfter(date.plusDays(MOST_DAYS - 1L))) {
      throw new IllegalArgumentException("an exception covers 1–366 days");
    }
  }

  /// On one date.
  public DatedException(LocalDate date, boolean open, Times times, String note) {
    this(date, date, open, times, note);
  }

  public boolean closedAllDay() {
    return !open && times.equals(Times.WHOLE_DAY);
  }

  public boolean covers(LocalDate day) {
    return touches(day, day);
  }

  /// Whether some date of it lies between these two, both included.
  public boolean touches(LocalDate first, LocalDate last) {
    return !date.isAfter(last) && !through.isBefore(first);
  }

  /// Whether it opens longer than the closing it touches, so that nobody can tell which is meant: a
  /// half day lies within the days that are closed, and so does an open day in a closed month.
  public boolean opensBeyond(DatedException closing) {
    boolean within = !date.isBefore(closing.date) && !through.isAfter(closing.through);
    boolean same = date.equals(closing.date) && through.equals(closing.through);
    return open
        && closing.closedAllDay()
        && touches(closing.date, closing.through)
        && !(within && !(same && times.equals(Times.WHOLE_DAY)));
  }
}
