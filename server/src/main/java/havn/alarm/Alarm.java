package havn.alarm;

import havn.kernel.id.StaffId;
import java.time.Instant;
import java.util.Set;

/// Something that is so now, and whom it concerns.
///
/// @param whom at most 500 people
/// @param at what it is about: since when nobody is there or somebody calls, when the shift begins,
///     when the task was due; of a chat that goes on, when it was looked at
/// @param urgent whether people are told at night, too
/// @param until when it is too late to tell
public record Alarm(Cause cause, Set<StaffId> whom, Instant at, boolean urgent, Instant until) {

  public Alarm {
    whom = Set.copyOf(whom);
  }
}
