package havn.channel;

import havn.kernel.id.StaffId;
import havn.kernel.id.TextId;
import java.time.Instant;
import java.util.Optional;

/// A text in the outbox that this process has claimed.
///
/// @param sealedText the text where it cannot be made again, sealed
/// @param starts when what it is about begins
/// @param until when it is too late
/// @param claim tells this claim from others on the same text
/// @param tries how often a provider refused it
/// @param doubt whether it was handed over before without an answer
public record Waiting(
    TextId id,
    StaffId staff,
    Kind kind,
    Optional<byte[]> sealedText,
    Optional<Instant> starts,
    Instant until,
    int claim,
    int tries,
    boolean doubt) {

  /// The same, known never to have reached the provider.
  Waiting unheard() {
    return new Waiting(id, staff, kind, sealedText, starts, until, claim, tries, false);
  }

  @Override
  public String toString() {
    return "Waiting[" + id + ", " + kind + "]";
  }
}
