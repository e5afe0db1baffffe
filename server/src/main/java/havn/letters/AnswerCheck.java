package havn.letters;

import com.google.protobuf.InvalidProtocolBufferException;
import havn.kernel.id.MailboxId;
import havn.kernel.id.ServiceId;
import havn.seal.Ed25519;
import havn.seal.Hash;
import havn.seal.Purpose;
import havn.staff.Right;
import havn.staff.Roster;
import havn.staff.RosterEntry;
import havn.staff.ShiftStatements;
import havn.staff.TrustChain;
import havn.wire.v1.StoredAnswer;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Checks an answer before it is put into a mailbox (`docs/protocol/sealed.md`, section 11), so
/// that a page later finds nothing there that it must refuse.
public final class AnswerCheck {

  /// Bytes of a serialised answer: its file, a shift statement and its signatures.
  public static final int MAX_LENGTH = Bounds.LETTER_BYTES + ShiftStatements.MAX_LENGTH + 512;

  private AnswerCheck() {}

  /// What an answer is worth.
  public sealed interface Verdict {
    /// The device that signed; whose it is must be asked.
    record Valid(RosterEntry entry) implements Verdict {}

    record Refused(Flaw flaw) implements Verdict {}
  }

  /// Why an answer is refused.
  public enum Flaw {
    /// Not an answer, or its file is not an envelope for one key of at most 49,152 bytes.
    MALFORMED,
    /// Not the number that comes next.
    OUT_OF_ORDER,
    /// The shift statement does not verify now, or not at the answer's time.
    NO_SHIFT,
    /// The device's role or services do not answer this letter.
    NOT_FOR_THIS_SERVICE,
    /// Another roster version than the running one.
    OTHER_ROSTER,
    /// The answer's time is more than 10 minutes from now.
    OUT_OF_TIME,
    /// Not signed by the shift key.
    UNSIGNED
  }

  /// Where the answer goes, and how many were there.
  public record Place(MailboxId mailbox, ServiceId service, int answers) {}

  /// The answer of these bytes; empty when they are none.
  public static Optional<StoredAnswer> read(byte[] stored) {
    if (stored.length > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      return Optional.of(StoredAnswer.parseFrom(stored)).filter(AnswerCheck::sound);
    } catch (InvalidProtocolBufferException malformed) {
      return Optional.empty();
    }
  }

  public static Verdict verify(byte[] stored, Place place, Roster roster, Instant now) {
    Optional<StoredAnswer> read = read(stored);
    if (read.isEmpty()) {
      return new Verdict.Refused(Flaw.MALFORMED);
    }
    StoredAnswer answer = read.get();
    if (answer.getNumber() != place.answers() + 1) {
      return new Verdict.Refused(Flaw.OUT_OF_ORDER);
    }
    var statement = answer.getStatement();
    return switch (ShiftStatements.verify(
        statement.getPayload().toByteArray(),
        statement.getSignature().toByteArray(),
        roster,
        now)) {
      case ShiftStatements.Verdict.Refused refused -> new Verdict.Refused(Flaw.NO_SHIFT);
      case ShiftStatements.Verdict.Valid shift -> verify(answer, shift, place, roster, now);
    };
  }

  private static Verdict verify(
      StoredAnswer answer,
      ShiftStatements.Verdict.Valid shift,
      Place place,
      Roster roster,
      Instant now) {
    Instant at = Instant.ofEpochMilli(answer.getAt());
    if (!Right.READ_LETTERS.has(shift.entry().role())
        || !shift.entry().services().contains(place.service())) {
      return new Verdict.Refused(Flaw.NOT_FOR_THIS_SERVICE);
    }
    if (answer.getRosterVersion() != roster.version()) {
      return new Verdict.Refused(Flaw.OTHER_ROSTER);
    }
    if (Duration.between(at, now).abs().compareTo(TrustChain.LEEWAY) > 0) {
      return new Verdict.Refused(Flaw.OUT_OF_TIME);
    }
    if (!at.isBefore(shift.until()) || !at.isBefore(roster.expires())) {
      return new Verdict.Refused(Flaw.NO_SHIFT);
    }
    byte[] covered = covered(place.mailbox(), answer);
    byte[] signature = answer.getSignature().toByteArray();
    return Ed25519.verify(shift.shiftKey(), Purpose.ANSWER, covered, signature)
        ? new Verdict.Valid(shift.entry())
        : new Verdict.Refused(Flaw.UNSIGNED);
  }

  /// The bytes an answer's signature covers:
  /// `mailbox ‖ u32 number ‖ u64 roster version ‖ u64 time ‖ H(file)`.
  public static byte[] covered(MailboxId mailbox, StoredAnswer answer) {
    return ByteBuffer.allocate(32 + 4 + 8 + 8 + Hash.LENGTH)
        .put(mailbox.bytes())
        .putInt(answer.getNumber())
        .putLong(answer.getRosterVersion())
        .putLong(answer.getAt())
        .put(Hash.of(answer.getFile().toByteArray()).bytes())
        .array();
  }

  private static boolean sound(StoredAnswer answer) {
    return answer.getUnknownFields().asMap().isEmpty()
        && answer.getNumber() > 0
        && answer.getRosterVersion() > 0
        && answer.getAt() >= 0
        && answer.getStatement().getUnknownFields().asMap().isEmpty()
        && answer.getSignature().size() == Ed25519.SIGNATURE_LENGTH
        && MailboxActs.isEnvelope(answer.getFile().toByteArray(), 1, Bounds.LETTER_BYTES);
  }
}
