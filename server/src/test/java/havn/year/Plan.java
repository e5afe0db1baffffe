package havn.year;

import havn.courtesy.Manners;
import havn.hours.DayTime;
import havn.hours.OpeningHours;
import havn.hours.Schedule;
import havn.hours.Times;
import havn.hours.WeeklySlot;
import havn.kernel.id.ServiceId;
import havn.kernel.time.SystemTime;
import havn.service.AfterHours;
import havn.service.Audience;
import havn.service.Duties;
import havn.service.Service;
import java.net.URI;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One service of the replayed year.
///
/// @param seats workers at once
/// @param rings who comes in a year, whether it is open or not
/// @param crews crews that take turns: week by week, or shift by shift around the clock
record Plan(Service service, int seats, int rings, int crews) {

  /// Chances in a hundred that somebody comes in each hour of the day.
  private static final int[] HOURS = {
    8, 7, 5, 3, 2, 1, 1, 1, 2, 2, 3, 3, 3, 3, 3, 3, 4, 5, 6, 7, 8, 9, 10, 9
  };

  private static final int ALL_HOURS = Arrays.stream(HOURS).sum();

  static final Plan ROSA = of("rosa", 2, 1_037, 3, allDay(), Optional.empty());
  static final Plan PRO_MANN =
      of(
          "pro-mann",
          2,
          1_130,
          1,
          List.of(evening(DayOfWeek.TUESDAY, 18, 22), evening(DayOfWeek.THURSDAY, 18, 22)),
          Optional.of(new AfterHours.Transfer(ROSA.id())));
  static final Plan LAWYERS =
      of("lawyers", 1, 400, 2, List.of(evening(DayOfWeek.WEDNESDAY, 17, 19)), Optional.empty());

  static final List<Plan> ALL = List.of(ROSA, PRO_MANN, LAWYERS);

  ServiceId id() {
    return service.id();
  }

  OpeningHours opening() {
    return service.opening();
  }

  /// How many come in an hour of a day, on average.
  ///
  /// @param surge how many times as many come after 20:00
  double comers(int hour, int surge) {
    return rings / 365.0 * HOURS[hour] / ALL_HOURS * (hour >= 20 ? surge : 1);
  }

  private static List<WeeklySlot> allDay() {
    return Arrays.stream(DayOfWeek.values())
        .map(day -> new WeeklySlot(day, Times.WHOLE_DAY))
        .toList();
  }

  private static WeeklySlot evening(DayOfWeek day, int from, int to) {
    return new WeeklySlot(
        day, Times.of(new DayTime(from * 60), new DayTime(to * 60)).orElseThrow());
  }

  private static Plan of(
      String id,
      int seats,
      int rings,
      int crews,
      List<WeeklySlot> slots,
      Optional<AfterHours> afterHours) {
    Schedule hours =
        crews == 3
            ? new Schedule(
                SystemTime.OSLO,
                slots,
                List.of(),
                List.of(),
                havn.hours.HolidayPolicy.AS_USUAL,
                Optional.empty())
            : new Schedule(SystemTime.OSLO, slots, List.of());
    return new Plan(
        new Service(
            new ServiceId(id),
            Audience.SELLERS,
            Map.of("nb", id),
            List.of("nb"),
            List.of("self"),
            hours,
            Map.of(),
            List.of(),
            0,
            URI.create("https://example.org"),
            List.of(),
            afterHours,
            Duties.NONE,
            Manners.DEFAULT,
            Service.Words.NONE),
        seats,
        rings,
        crews);
  }
}
