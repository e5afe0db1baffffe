package havn.duty;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// Computes [Staffing] from hours and presence. Volunteers take chats beside a worker or
/// coordinator; with volunteers alone it is as if nobody were there. Whose phone is locked and whom
/// a text reaches is there, and gets nobody until they look.
public final class StaffedTruth {

  private StaffedTruth() {}

  public static Staffing decide(boolean inHours, Collection<DutyRecord> duty, Instant now) {
    if (!inHours) {
      return Staffing.CLOSED;
    }
    if (!kept(duty, now)) {
      return Staffing.LATE;
    }
    return duty.stream().anyMatch(d -> d.ready(now)) ? Staffing.OPEN : Staffing.BUSY;
  }

  /// Whether somebody is there with whom a service may be open: with volunteers alone it is not.
  public static boolean kept(Collection<DutyRecord> duty, Instant now) {
    return duty.stream().anyMatch(d -> d.keepsOpen() && d.counts(now));
  }

  /// Those of a service's languages that somebody on duty speaks who is not on a break. Says
  /// nothing of how many they are.
  public static List<String> spoken(
      List<String> languages, Collection<DutyRecord> duty, Instant now) {
    List<DutyRecord> here =
        duty.stream().filter(record -> record.counts(now) && !record.onBreak()).toList();
    return languages.stream()
        .filter(tag -> here.stream().anyMatch(d -> d.abilities().languages().contains(tag)))
        .toList();
  }
}
