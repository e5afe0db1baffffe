package havn.duty;

import java.time.Instant;
import java.util.Optional;

/// A service at one moment.
///
/// @param waiting how many wait
/// @param opensAt when hours begin next; empty within hours and when none begin within a year
/// @param lateSince when it should have opened; only when late
public record ServiceState(
    Staffing staffing, int waiting, Optional<Instant> opensAt, Optional<Instant> lateSince) {}
