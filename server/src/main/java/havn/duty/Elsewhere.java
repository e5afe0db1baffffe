package havn.duty;

import havn.service.AfterHours;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Who answers instead of a service, and whether they do so now.
///
/// @param names language tag → name, told before anything is sent
/// @param from when they begin to answer; empty, they answer now
public record Elsewhere(AfterHours who, Map<String, String> names, Optional<Instant> from) {

  public Elsewhere {
    names = Map.copyOf(names);
  }
}
