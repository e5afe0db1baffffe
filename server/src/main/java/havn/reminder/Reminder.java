package havn.reminder;

import java.time.Instant;
import java.util.Optional;

/// How somebody is reminded, as far as it is readable.
///
/// @param confirmed since when the number counts
/// @param shifts whether they want to be told of shifts to confirm, and of changes
/// @param offers whether, on duty alone, they want to be told that somebody waits
/// @param alarms whether they want to be told of what [havn.alarm.Watch] finds for them
public record Reminder(
    Optional<Instant> confirmed, boolean shifts, boolean offers, boolean alarms) {}
