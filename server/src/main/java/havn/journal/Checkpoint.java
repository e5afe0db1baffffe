package havn.journal;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// Where the journal stood when it was last looked at.
///
/// @param stands after the last line that was found as it was written
/// @param flawed the first line that is not as it was written, or is gone; empty when there is none
/// @param round how far the reading of all lines has come; at the beginning when it ended
/// @param wholeAt when a reading of all lines ended; empty when none has
public record Checkpoint(
    Instant at, Standing stands, OptionalLong flawed, Standing round, Optional<Instant> wholeAt) {}
