package havn.hours;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;

/// The Norwegian holidays written out by hand: fixed days, and what moves with Easter counted from
/// a table of Easter Sundays. Shares nothing with the product.
public final class NorwegianDates {

  private static final Set<MonthDay> FIXED =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(5, 1),
          MonthDay.of(5, 17),
          MonthDay.of(12, 25),
          MonthDay.of(12, 26));

  private static final List<LocalDate> EASTER_SUNDAYS =
      List.of(
          LocalDate.of(2023, 4, 9),
          LocalDate.of(2024, 3, 31),
          LocalDate.of(2025, 4, 20),
          LocalDate.of(2026, 4, 5),
          LocalDate.of(2027, 3, 28),
          LocalDate.of(2028, 4, 16),
          LocalDate.of(2029, 4, 1),
          LocalDate.of(2030, 4, 21));

  /// Maundy Thursday, Good Friday, Easter Sunday and Monday, Ascension Day, Whit Sunday and Monday.
  private static final List<Integer> FROM_EASTER = List.of(-3, -2, 0, 1, 39, 49, 50);

  private NorwegianDates() {}

  public static boolean holiday(LocalDate date) {
    return FIXED.contains(MonthDay.from(date))
        || EASTER_SUNDAYS.stream()
            .anyMatch(
                easter ->
                    FROM_EASTER.stream().anyMatch(days -> easter.plusDays(days).equals(date)));
  }
}
