package havn.reminder;

import java.time.Instant;

/// A text that did not reach somebody, or perhaps did not.
///
/// @param perhaps nobody knows whether it did
public record NotDelivered(Kind kind, Instant at, boolean perhaps) {}
