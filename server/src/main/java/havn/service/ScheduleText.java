package havn.service;

import havn.hours.DatedException;
import havn.hours.DayTime;
import havn.hours.HolidayPolicy;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads the `hours` of a service.
final class ScheduleText {

  private static final String TIME = "must be a time from 00:00 to 24:00";
  private static final String DATE = "must be a date such as 2026-12-24";

  private ScheduleText() {}

  /// Adds to `faults` what is wrong; the schedule is then not to be used.
  static Schedule read(Members members, List<String> faults) {
    Optional<ZoneId> zone =
        members.text("zone", 40, ScheduleText::zone, "must be a zone such as Europe/Oslo");
    List<WeeklySlot> weekly = slots(members, "weekly", Schedule.MOST_SLOTS, faults);
    List<WeeklySlot> breaks =
        members.has("breaks") ? slots(members, "breaks", Schedule.MOST_BREAKS, faults) : List.of();
    List<DatedException> exceptions =
        members.list(
            "exceptions", Schedule.MOST_EXCEPTIONS, (json, at) -> exception(json, at, faults));
    Optional<HolidayPolicy> holidays =
        members.has("holidays")
            ? members.text("holidays", 16, HolidayPolicy::parse, "must be closed or as-usual")
            : Optional.of(HolidayPolicy.CLOSED);
    Optional<LocalDate> until =
        members.has("until")
            ? members.text("until", 10, ScheduleText::date, DATE)
            : Optional.empty();
    members.close();
    contradictions(members, exceptions);
    return new Schedule(
        zone.orElse(ZoneOffset.UTC),
        weekly,
        breaks,
        exceptions,
        holidays.orElse(HolidayPolicy.CLOSED),
        until);
  }

  /// A list of weekly slots.
  static List<WeeklySlot> slots(Members members, String name, int most, List<String> faults) {
    return members.list(name, most, (json, at) -> slot(json, at, faults));
  }

  private static void contradictions(Members members, List<DatedException> exceptions) {
    for (DatedException opening : exceptions) {
      for (DatedException closing : exceptions) {
        if (opening.opensBeyond(closing)) {
          members.refuse(
              "exceptions",
              "must not open from %s to %s over a closing from %s to %s; end the opening before the"
                      .formatted(
                          opening.date(), opening.through(), closing.date(), closing.through())
                  + " closed days, or give it hours within them");
        }
      }
    }
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
    Optional<LocalDate> date = members.text("date", 10, ScheduleText::date, DATE);
    Optional<LocalDate> through =
        members.has("through") ? members.text("through", 10, ScheduleText::date, DATE) : date;
    Optional<Boolean> open = members.flag("open");
    Optional<Times> times =
        members.has("from") || members.has("to") ? times(members) : Optional.of(Times.WHOLE_DAY);
    String note = members.has("note") ? members.text("note", 80).orElse("") : "";
    members.close();
    if (date.isEmpty() || through.isEmpty() || open.isEmpty() || times.isEmpty()) {
      return Optional.empty();
    }
    LocalDate last = date.get().plusDays(DatedException.MOST_DAYS - 1L);
    if (through.get().isBefore(date.get()) || through.get().isAfter(last)) {
      members.refuse(
          "through",
          "must be a date from %s to %s, so that the exception covers 1–%d days"
              .formatted(date.get(), last, DatedException.MOST_DAYS));
      return Optional.empty();
    }
    return Optional.of(
        new DatedException(date.get(), through.get(), open.get(), times.get(), note));
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
