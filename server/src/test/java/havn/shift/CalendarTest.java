package havn.shift;

import static havn.shift.ShiftsForTests.moved;
import static havn.shift.ShiftsForTests.plan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import havn.kernel.time.SystemTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Our calendars beside another implementation, over five years with both changes of the clock in
/// each, a 29th of February, midnights, dates that are left out and dates that are moved.
///
/// The product writes feeds by itself and computes dates with ical4j; biweekly reads the feed, and
/// computes the same dates from the rule by code that shares nothing with ical4j (RFC 2445's).
class CalendarTest {

  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2028, 12, 31);
  private static final TimeZone OSLO = TimeZone.getTimeZone(SystemTime.OSLO);
  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

  /// From and to.
  private record Times(Instant from, Instant to) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2024-01-02 | 18:00 | 21:00 | FREQ=WEEKLY;BYDAY=TU,TH
          2024-01-06 | 22:00 | 06:00 | FREQ=WEEKLY;BYDAY=SA
          2024-01-03 | 17:00 | 19:00 | FREQ=WEEKLY;INTERVAL=2
          2024-01-01 | 00:00 | 24:00 | FREQ=DAILY;INTERVAL=3
          2024-01-25 | 20:30 | 00:30 | FREQ=MONTHLY;BYDAY=-1TH
          2024-01-31 | 09:00 | 15:00 | FREQ=MONTHLY;BYMONTHDAY=31
          2024-01-29 | 23:15 | 01:45 | FREQ=MONTHLY;BYMONTHDAY=29
          2024-03-31 | 15:00 | 08:00 | FREQ=WEEKLY;BYDAY=SU
          2024-10-27 | 01:30 | 04:30 | FREQ=WEEKLY;BYDAY=SU;COUNT=200
          2024-02-29 | 12:00 | 13:00 | FREQ=DAILY;UNTIL=20280229
          """)
  void anotherLibraryReadsTheSameInstants(String first, String from, String to, String rule) {
    ShiftPlan plan = plan(first, from, to, rule, 1);
    LocalDate day = LocalDate.parse(first);
    List<LocalDate> dates = all(plan).stream().map(one -> one.place().day()).toList();
    assertTrue(dates.size() > 25, "of " + dates.size());
    LocalDate without = dates.get(4);
    LocalDate other = dates.get(7);
    LocalDate there = other.plusDays(1);
    ShiftPlan changed =
        plan.except(without, Optional.empty())
            .flatMap(p -> p.except(other, moved(there.toString(), "10:00", "12:00")))
            .orElseThrow();

    List<Times> wanted = new ArrayList<>(computed(day, from, to, rule, List.of(without, other)));
    wanted.add(new Times(at(there, "10:00"), at(there, "12:00")));
    wanted.sort(Comparator.comparing(Times::from));
    assertEquals(wanted, read(all(changed)));
  }

  /// As far as anything is computed at once, year by year.
  private static List<Occurrence> all(ShiftPlan plan) {
    return IntStream.rangeClosed(FIRST.getYear(), LAST.getYear())
        .mapToObj(year -> LocalDate.of(year, 1, 1))
        .flatMap(year -> plan.between(year, year.plusYears(1).minusDays(1)).stream())
        .toList();
  }

  /// What a calendar program shows of the feed.
  private static List<Times> read(List<Occurrence> shifts) {
    ShiftPlan any = plan("2024-01-01", "18:00", "21:00", "", 1);
    List<Filled> seats = shifts.stream().map(one -> new Filled(any, one, List.of())).toList();
    ICalendar calendar = Biweekly.parse(CalendarFeed.print(seats, Instant.EPOCH)).first();
    return calendar.getEvents().stream()
        .map(
            event ->
                new Times(
                    event.getDateStart().getValue().toInstant(),
                    event.getDateEnd().getValue().toInstant()))
        .sorted(Comparator.comparing(Times::from))
        .toList();
  }

  /// What the other library makes of the rule. An end is a time of the wall, too.
  private static List<Times> computed(
      LocalDate first, String from, String to, String rule, List<LocalDate> without) {
    VEvent event =
        Biweekly.parse(
                String.join(
                    "\r\n",
                    "BEGIN:VCALENDAR",
                    "VERSION:2.0",
                    "BEGIN:VEVENT",
                    "DTSTART:" + LOCAL.format(first.atTime(LocalTime.parse(from))),
                    "RRULE:" + rule.replaceFirst("UNTIL=[0-9]+", "$0T235959Z") + ";WKST=MO",
                    "END:VEVENT",
                    "END:VCALENDAR",
                    ""))
            .defaultTimezone(OSLO)
            .first()
            .getEvents()
            .getFirst();
    List<Times> all = new ArrayList<>();
    DateIterator starts = event.getDateIterator(OSLO);
    while (starts.hasNext()) {
      Instant start = starts.next().toInstant();
      LocalDate day = LocalDate.ofInstant(start, SystemTime.OSLO);
      if (day.isAfter(LAST)) {
        break;
      }
      if (!without.contains(day)) {
        boolean next = to.equals("24:00") || to.compareTo(from) <= 0;
        all.add(new Times(start, at(next ? day.plusDays(1) : day, to.replace("24:", "00:"))));
      }
    }
    return all;
  }

  private static Instant at(LocalDate day, String time) {
    return day.atTime(LocalTime.parse(time)).atZone(SystemTime.OSLO).toInstant();
  }
}
