package havn.duty;

import java.time.Instant;
import java.util.Optional;

/// A service at one moment.
///
/// @param waiting how many wait
/// @param opensAt when hours begin next; empty within hours and when none begin within a year
/// @param lateSince when it should have opened; only when late
/// @param closesAt when the running hours end; empty outside hours and when they do not end
/// @param admission whether somebody new is taken into the line
public record ServiceState(
    Staffing staffing,
    int waiting,
    Optional<Instant> opensAt,
    Optional<Instant> lateSince,
    Optional<Instant> closesAt,
    Admission admission) {

  static ServiceState closed(Optional<Instant> opensAt) {
    return new ServiceState(
        Staffing.CLOSED, 0, opensAt, Optional.empty(), Optional.empty(), Admission.NOBODY);
  }
}
