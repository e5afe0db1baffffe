package havn.courtesy;

import havn.hours.NorwegianDates;
import havn.kernel.time.SystemTime;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/// What the rules say of one moment, written down a second time without looking ahead.
record SlowCourtesy(Occasion occasion, Manners manners, List<Window> windows, Past past) {

  boolean permitted(Instant at) {
    LocalDateTime local = LocalDateTime.ofInstant(at, SystemTime.OSLO);
    return windows.stream().allMatch(window -> inside(window, local))
        && switch (occasion) {
          case FIRST -> polite(local) && lastYear(at) < 3 && silentDays(at) >= 180;
          case REMINDER -> polite(local) && lastYear(at) < 3 && reminder(at);
          case ANSWER, AUTOMATIC, UNDO -> sinceWord(at, Duration.ofMinutes(30)) || late(at, local);
          case OPT_OUT -> sinceWord(at, Duration.ofMinutes(5));
        };
  }

  private boolean polite(LocalDateTime local) {
    return local.getHour() >= 10
        && local.getHour() <= 19
        && !local.toLocalTime().isBefore(manners.from())
        && local.toLocalTime().isBefore(manners.to())
        && (manners.sundays() || local.getDayOfWeek() != DayOfWeek.SUNDAY)
        && (manners.holidays() || !NorwegianDates.holiday(local.toLocalDate()));
  }

  private long lastYear(Instant at) {
    return past.begun().stream()
        .filter(begun -> at.isBefore(begun.plus(DAY.multipliedBy(365))))
        .count();
  }

  /// Whole days since the last beginning that counts and has no answer; 999 without any.
  private long silentDays(Instant at) {
    return unanswered().stream()
        .map(begun -> Duration.between(begun, at).toDays())
        .min(Long::compare)
        .orElse(999L);
  }

  private boolean reminder(Instant at) {
    List<Instant> open =
        unanswered().stream()
            .filter(begun -> at.isBefore(begun.plus(DAY.multipliedBy(180))))
            .toList();
    return open.size() == 1 && !at.isBefore(open.getFirst().plus(DAY.multipliedBy(30)));
  }

  private List<Instant> unanswered() {
    return past.begun().stream()
        .filter(begun -> word().isEmpty() || begun.isAfter(word().get()))
        .filter(begun -> past.changed().isEmpty() || begun.isAfter(past.changed().get()))
        .toList();
  }

  private boolean sinceWord(Instant at, Duration within) {
    return word().isPresent() && !at.isAfter(word().get().plus(within));
  }

  private boolean late(Instant at, LocalDateTime local) {
    return word().isPresent()
        && at.isBefore(word().get().plus(DAY.multipliedBy(180)))
        && polite(local);
  }

  private Optional<Instant> word() {
    return past.word().filter(at -> past.changed().isEmpty() || past.changed().get().isBefore(at));
  }

  private static boolean inside(Window window, LocalDateTime local) {
    int minute = local.getHour() * 60 + local.getMinute();
    int length = Math.floorMod(window.to() - window.from() - 1, 24 * 60) + 1;
    return Math.floorMod(minute - window.from(), 24 * 60) < length;
  }

  private static final Duration DAY = Duration.ofDays(1);
}
