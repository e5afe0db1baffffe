package havn.courtesy;

import havn.courtesy.Permission.Why;
import java.time.Instant;

/// What the past allows, before hours are looked at.
///
/// @param from the first moment; before it the reason is `early`
/// @param to the first moment that is too late, for the reason `late`
/// @param anyHour up to and including it, only the own windows bind
record Limits(Instant from, Why early, Instant to, Why late, Instant anyHour) {

  static final Limits NONE =
      new Limits(Instant.MIN, Why.NO_HOUR, Instant.MAX, Why.NO_HOUR, Instant.MIN);

  Limits notBefore(Instant moment, Why why) {
    return moment.isAfter(from) ? new Limits(moment, why, to, late, anyHour) : this;
  }

  Limits before(Instant moment, Why why) {
    return moment.isBefore(to) ? new Limits(from, early, moment, why, anyHour) : this;
  }

  Limits anyHourUntil(Instant moment) {
    return new Limits(from, early, to, late, moment);
  }
}
