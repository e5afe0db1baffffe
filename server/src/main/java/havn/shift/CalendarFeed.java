package havn.shift;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/// Shifts as a calendar (RFC 5545) that names no service, no lane and nobody: whoever looks over a
/// shoulder reads the product's name.
public final class CalendarFeed {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  private CalendarFeed() {}

  public static String print(List<Filled> shifts, Instant now) {
    String events = shifts.stream().map(one -> event(one, now)).collect(Collectors.joining());
    return lines(
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Havn//Havn//EN",
            "REFRESH-INTERVAL;VALUE=DURATION:PT1H")
        + events
        + lines("END:VCALENDAR");
  }

  private static String event(Filled shift, Instant now) {
    Occurrence one = shift.occurrence();
    Place place = one.place();
    return lines(
        "BEGIN:VEVENT",
        "UID:" + place.plan().hex() + "-" + DAY.format(place.day()),
        "DTSTAMP:" + STAMP.format(now),
        "DTSTART:" + STAMP.format(one.start()),
        "DTEND:" + STAMP.format(one.end()),
        "SUMMARY:Havn",
        "CLASS:PRIVATE",
        "END:VEVENT");
  }

  private static String lines(String... lines) {
    return String.join("\r\n", lines) + "\r\n";
  }
}
