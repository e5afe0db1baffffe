package havn.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Five years as the almanac prints them.
class PublicHolidaysTest {

  private static final List<String> FIXED = List.of("01-01", "05-01", "05-17", "12-25", "12-26");

  @ParameterizedTest
  @CsvSource({
    "2026, 04-02 04-03 04-05 04-06 05-14 05-24 05-25",
    "2027, 03-25 03-26 03-28 03-29 05-06 05-16 05-17",
    "2028, 04-13 04-14 04-16 04-17 05-25 06-04 06-05",
    "2029, 03-29 03-30 04-01 04-02 05-10 05-20 05-21",
    "2030, 04-18 04-19 04-21 04-22 05-30 06-09 06-10"
  })
  void everyDayOfTheYearIsAHolidayWhenTheAlmanacSaysSo(int year, String movable) {
    List<LocalDate> almanac =
        Stream.concat(FIXED.stream(), Stream.of(movable.split(" ")))
            .map(day -> MonthDay.parse("--" + day).atYear(year))
            .distinct()
            .sorted()
            .toList();
    List<LocalDate> computed =
        Year.of(year)
            .atDay(1)
            .datesUntil(Year.of(year + 1).atDay(1))
            .filter(PublicHolidays::on)
            .toList();
    assertEquals(almanac, computed);
  }

  @Test
  void theHandWrittenRuleOfTheSlowOracleAgrees() {
    LocalDate.of(2024, 1, 1)
        .datesUntil(LocalDate.of(2031, 1, 1))
        .forEach(
            day ->
                assertEquals(NorwegianDates.holiday(day), PublicHolidays.on(day), day::toString));
  }
}
