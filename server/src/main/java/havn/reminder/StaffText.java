package havn.reminder;

import havn.channel.Permitted;
import havn.channel.Waiting;
import havn.kernel.id.StaffId;
import havn.kernel.id.TextId;
import java.time.Instant;
import java.util.Optional;

/// A text to somebody of staff.
///
/// @param sealedText the text where it cannot be made again, sealed
/// @param starts when what it is about begins
/// @param claim tells this claim from others on the same text
public record StaffText(
    TextId id,
    StaffId staff,
    Kind kind,
    Optional<byte[]> sealedText,
    Optional<Instant> starts,
    Instant until,
    int claim,
    int tries,
    boolean doubt)
    implements Waiting<StaffText> {

  @Override
  public String purpose() {
    return kind.printed();
  }

  @Override
  public Instant permitted(Instant at) {
    return kind.anyHour() ? at : Permitted.next(at);
  }

  @Override
  public StaffText unheard() {
    return new StaffText(id, staff, kind, sealedText, starts, until, claim, tries, false);
  }

  @Override
  public String toString() {
    return "StaffText[" + id + ", " + kind + "]";
  }
}
