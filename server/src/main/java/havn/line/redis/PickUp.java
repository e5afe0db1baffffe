package havn.line.redis;

import havn.redis.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// That somebody was taken, as it is kept: when, in ms since 1970, and after which wait, in
/// seconds.
///
/// @param waited how long they had waited
record PickUp(Instant at, Duration waited) {

  private static final String BETWEEN = " ";

  static byte[] text(Instant at, Duration waited) {
    return Bytes.of(at.toEpochMilli() + BETWEEN + waited.toSeconds());
  }

  /// Empty for what a version kept that knew no moment.
  static Optional<PickUp> read(byte[] text) {
    String[] parts = new String(text, StandardCharsets.US_ASCII).split(BETWEEN, -1);
    return parts.length == 2
        ? Optional.of(
            new PickUp(
                Instant.ofEpochMilli(Long.parseLong(parts[0])),
                Duration.ofSeconds(Long.parseLong(parts[1]))))
        : Optional.empty();
  }
}
