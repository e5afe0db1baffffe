package havn.task;

import java.time.Duration;
import java.time.Instant;

/// How often a late task has alarmed: once when it is due, and again after each `again`, until it
/// is done. Pure.
public final class Escalation {

  private Escalation() {}

  /// 0 for one that is not late.
  public static long rings(Task task, Duration again, Instant now) {
    return task.late(now) ? 1 + Duration.between(task.due(), now).dividedBy(again) : 0;
  }
}
