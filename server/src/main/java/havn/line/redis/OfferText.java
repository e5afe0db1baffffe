package havn.line.redis;

import havn.kernel.id.DeviceId;
import havn.line.Offer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// `device or nothing ⏎ until ms ⏎ asked, asked …`, as `offer.lua` writes it.
final class OfferText {

  private OfferText() {}

  /// Nobody was asked when the text is empty.
  static Offer read(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length != 3) {
      return Offer.NONE;
    }
    return new Offer(
        lines[0].isEmpty() ? Optional.empty() : Optional.of(new DeviceId(lines[0])),
        Instant.ofEpochMilli(Long.parseLong(lines[1])),
        Arrays.stream(lines[2].split(",")).map(DeviceId::new).collect(Collectors.toSet()));
  }
}
