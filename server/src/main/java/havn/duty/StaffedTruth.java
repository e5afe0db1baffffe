package havn.duty;

import java.time.Instant;
import java.util.Collection;

/// Computes [Staffing] from hours and presence. Volunteers take chats beside a worker or
/// coordinator; with volunteers alone it is as if nobody were there.
public final class StaffedTruth {

  private StaffedTruth() {}

  public static Staffing decide(boolean inHours, Collection<DutyRecord> duty, Instant now) {
    if (!inHours) {
      return Staffing.CLOSED;
    }
    if (duty.stream().noneMatch(d -> d.keepsOpen() && d.present(now))) {
      return Staffing.LATE;
    }
    return duty.stream().anyMatch(d -> d.ready(now)) ? Staffing.OPEN : Staffing.BUSY;
  }
}
