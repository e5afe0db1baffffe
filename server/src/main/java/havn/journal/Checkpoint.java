package havn.journal;

import havn.seal.Hash;
import java.time.Instant;
import java.util.HexFormat;
import java.util.OptionalLong;

/// Where the journal stood when it was read from its first line on.
///
/// @param lines how many stand
/// @param head hash of the last of them; zeros when there is none
/// @param flawed the first line that is not as it was written, or is gone; empty when it is whole
public record Checkpoint(Instant at, long lines, Hash head, OptionalLong flawed) {

  /// As `havn journal verify` says it: `412:3f…`.
  public String standing() {
    return lines + ":" + HexFormat.of().formatHex(head.bytes());
  }
}
