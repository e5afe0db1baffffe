package havn.duty;

import java.time.Instant;
import java.util.Collection;

/// Computes [Staffing] from hours and presence.
public final class StaffedTruth {

  private StaffedTruth() {}

  public static Staffing decide(boolean inHours, Collection<DutyRecord> duty, Instant now) {
    if (!inHours) {
      return Staffing.CLOSED;
    }
    if (duty.stream().anyMatch(d -> d.ready(now))) {
      return Staffing.OPEN;
    }
    return duty.stream().anyMatch(d -> d.present(now)) ? Staffing.BUSY : Staffing.LATE;
  }
}
