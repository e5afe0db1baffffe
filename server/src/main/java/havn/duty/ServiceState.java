package havn.duty;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A service at one moment.
///
/// @param waiting how many wait
/// @param opensAt when hours begin next; empty within hours and when none begin within a year
/// @param lateSince when it should have opened; only when late
/// @param closesAt when the running hours end; empty outside hours and when they do not end
/// @param admission whether somebody new is taken into the line
/// @param spoken those of its languages that somebody on duty speaks now
public record ServiceState(
    Staffing staffing,
    int waiting,
    Optional<Instant> opensAt,
    Optional<Instant> lateSince,
    Optional<Instant> closesAt,
    Admission admission,
    List<String> spoken) {

  public ServiceState {
    spoken = List.copyOf(spoken);
  }

  /// Whether whoever asks is answered alike here and there, and as long.
  public boolean isAs(ServiceState other) {
    return staffing == other.staffing
        && admission == other.admission
        && opensAt.equals(other.opensAt)
        && closesAt.equals(other.closesAt);
  }

  static ServiceState closed(Optional<Instant> opensAt) {
    return new ServiceState(
        Staffing.CLOSED,
        0,
        opensAt,
        Optional.empty(),
        Optional.empty(),
        Admission.NOBODY,
        List.of());
  }
}
