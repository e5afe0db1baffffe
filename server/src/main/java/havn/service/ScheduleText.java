package havn.service;

import havn.hours.DatedException;
import havn.hours.DayTime;
import havn.hours.Schedule;
import havn.hours.Times;
import havn.hours.WeeklySlot;
import havn.kernel.text.Json;
import havn.kernel.text.Members;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads the `hours` of a service.
final class ScheduleText {

  private static final String TIME = "must be a time from 00:00 to 24:00";

  private ScheduleText() {}

  /// Adds to `faults` what is wrong; the schedule is then not to be used.
  static Schedule read(Members members, List<String> faults) {
    Optional<ZoneId> zone =
        members.text("zone", 40, ScheduleText::zone, "must be a zone such as Europe/Oslo");
    List<WeeklySlot> weekly =
        members.list("weekly", Schedule.MOST_SLOTS, (json, at) -> slot(json, at, faults));
    List<DatedException> exceptions =
        members.list(
            "exceptions", Schedule.MOST_EXCEPTIONS, (json, at) -> exception(json, at, faults));
    members.close();
    Map<LocalDate, Boolean> wholeDays = new HashMap<>();
    for (DatedException e : exceptions) {
      if (e.times().equals(Times.WHOLE_DAY)) {
        Boolean other = wholeDays.put(e.date(), e.open());
        if (other != null && other != e.open()) {
          members.refuse("exceptions", "must not open and close the whole of " + e.date());
        }
      }
    }
    return new Schedule(zone.orElse(ZoneOffset.UTC), weekly, exceptions);
  }

  private static Optional<WeeklySlot> slot(Json json, String at, List<String> faults) {
    Members members = Members.of(json, at, faults);
    Optional<DayOfWeek> day =
        members.text("day", 9, ScheduleText::day, "must be a day from monday to sunday");
    Optional<Times> times = times(members);
    members.close();
    return day.flatMap(d -> times.map(t -> new WeeklySlot(d, t)));
  }

  private static Optional<DatedException> exception(Json json, String at, List<String> faults) {
    Members members = Members.of(json, at, faults);
    Optional<LocalDate> date =
        members.text("date", 10, ScheduleText::date, "must be a date such as 2026-12-24");
    Optional<Boolean> open = members.flag("open");
    Optional<Times> times =
        members.has("from") || members.has("to") ? times(members) : Optional.of(Times.WHOLE_DAY);
    String note = members.has("note") ? members.text("note", 80).orElse("") : "";
    members.close();
    return date.flatMap(d -> open.flatMap(o -> times.map(t -> new DatedException(d, o, t, note))));
  }

  private static Optional<Times> times(Members members) {
    Optional<DayTime> from = members.text("from", 5, DayTime::parse, TIME);
    Optional<DayTime> to = members.text("to", 5, DayTime::parse, TIME);
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    Optional<Times> times = Times.of(from.get(), to.get());
    if (times.isEmpty()) {
      members.refuse(
          "to",
          "must differ from \"from\"; write midnight as 00:00 in \"from\" and as 24:00 in \"to\"");
    }
    return times;
  }

  private static Optional<DayOfWeek> day(String text) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().toLowerCase(Locale.ROOT).equals(text)) {
        return Optional.of(day);
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException noSuchDate) {
      return Optional.empty();
    }
  }

  private static Optional<ZoneId> zone(String text) {
    return ZoneId.getAvailableZoneIds().contains(text)
        ? Optional.of(ZoneId.of(text))
        : Optional.empty();
  }
}
