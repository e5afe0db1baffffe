package havn.service;

import havn.kernel.id.ServiceId;
import java.time.Instant;
import java.util.Optional;

/// A service as it was published once. The newest one counts.
///
/// @param number 1, 2, 3 … for each service
/// @param by the shown name of whoever published it; empty from the command line, and when that
/// person is gone
public record Edition(
    ServiceId service, long number, String document, Optional<String> by, Instant published) {

  /// How many of one service are kept.
  public static final int MOST_KEPT = 20;
}
