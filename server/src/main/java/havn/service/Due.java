package havn.service;

import havn.hours.DayTime;
import havn.hours.WorkingDays;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// When a task is due.
public sealed interface Due {

  /// The instant for a task that is raised at `at`.
  Instant of(Instant at, ZoneId zone);

  /// So long after it was raised, at night and on holidays too.
  ///
  /// @param length 5 minutes to 14 days
  record After(Duration length) implements Due {
    @Override
    public Instant of(Instant at, ZoneId zone) {
      return at.plus(length);
    }
  }

  /// At that time of the next working day.
  record Morning(DayTime time) implements Due {

    /// When other offices are told.
    public static final Morning NINE = new Morning(new DayTime(9 * 60));

    @Override
    public Instant of(Instant at, ZoneId zone) {
      return WorkingDays.morning(at, time, zone);
    }
  }

  /// At the end of so many whole working days.
  ///
  /// @param days 1–20
  record Working(int days) implements Due {
    @Override
    public Instant of(Instant at, ZoneId zone) {
      return WorkingDays.within(at, days, zone);
    }
  }
}
