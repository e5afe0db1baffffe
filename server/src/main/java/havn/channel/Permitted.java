package havn.channel;

import havn.kernel.time.SystemTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;

/// When a text may go out. Pure.
public final class Permitted {

  static final LocalTime FROM = LocalTime.of(10, 0);
  static final LocalTime TO = LocalTime.of(20, 0);

  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(3),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(4));

  private Permitted() {}

  /// The first moment from `at` on, between 10:00 and 20:00 in Oslo, when what we begin may go out.
  public static Instant next(Instant at) {
    ZonedDateTime local = at.atZone(SystemTime.OSLO);
    LocalTime time = local.toLocalTime();
    if (time.isBefore(FROM)) {
      return local.with(FROM).toInstant();
    }
    return time.isBefore(TO) ? at : local.plusDays(1).with(FROM).toInstant();
  }

  /// How long to wait after so many tries that the provider refused.
  static Duration pause(int tries) {
    return PAUSES.get(Math.clamp(tries - 1L, 0, PAUSES.size() - 1));
  }
}
