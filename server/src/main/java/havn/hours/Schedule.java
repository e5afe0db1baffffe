package havn.hours;

import java.time.ZoneId;
import java.util.List;

/// A service's hours as they are stored: local time, zone and rule, never instants.
public record Schedule(ZoneId zone, List<WeeklySlot> weekly, List<DatedException> exceptions) {

  public static final int MOST_SLOTS = 100;
  public static final int MOST_EXCEPTIONS = 400;

  public Schedule {
    weekly = List.copyOf(weekly);
    exceptions = List.copyOf(exceptions);
    if (weekly.size() > MOST_SLOTS || exceptions.size() > MOST_EXCEPTIONS) {
      throw new IllegalArgumentException("at most 100 weekly slots and 400 exceptions");
    }
  }

  /// Never open.
  public static Schedule none(ZoneId zone) {
    return new Schedule(zone, List.of(), List.of());
  }
}
