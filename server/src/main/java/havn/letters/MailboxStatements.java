package havn.letters;

import com.google.protobuf.InvalidProtocolBufferException;
import havn.kernel.id.DeviceId;
import havn.seal.Ed25519;
import havn.seal.Purpose;
import havn.seal.XWingKey;
import havn.staff.Right;
import havn.staff.Roster;
import havn.staff.RosterEntry;
import havn.staff.TrustChain;
import havn.wire.v1.MailboxStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Verifies a device's word about the key that opens letters (`docs/protocol/sealed.md`, section
/// 11).
public final class MailboxStatements {

  public static final Duration LONGEST = Duration.ofDays(7);

  /// Bytes of a serialised statement.
  public static final int MAX_LENGTH = 1_536;

  private MailboxStatements() {}

  /// What a statement is worth.
  public sealed interface Verdict {
    /// The device of the roster and the time in which letters are sealed to its key.
    record Valid(RosterEntry entry, Instant from, Instant until) implements Verdict {}

    record Refused(Flaw flaw) implements Verdict {}
  }

  /// Why a statement is refused.
  public enum Flaw {
    /// Not a statement, or a key of the wrong size.
    MALFORMED,
    /// The device is not in the roster now, or its role reads no letters.
    NOT_ROSTERED,
    /// Not signed by the device's key in the roster.
    UNSIGNED,
    /// Longer than 7 days, over, or not begun (10 minutes of leeway).
    OUT_OF_TIME
  }

  /// Verifies payload and signature as they were sent.
  public static Verdict verify(byte[] payload, byte[] signature, Roster roster, Instant now) {
    Optional<MailboxStatement> parsed = parse(payload);
    if (parsed.isEmpty()) {
      return new Verdict.Refused(Flaw.MALFORMED);
    }
    MailboxStatement statement = parsed.get();
    Optional<RosterEntry> entry =
        DeviceId.of(statement.getDevice().toByteArray())
            .flatMap(device -> roster.entry(device, now))
            .filter(one -> Right.READ_LETTERS.has(one.role()));
    if (entry.isEmpty()) {
      return new Verdict.Refused(Flaw.NOT_ROSTERED);
    }
    if (!Ed25519.verify(entry.get().ed25519(), Purpose.MAILBOX, payload, signature)) {
      return new Verdict.Refused(Flaw.UNSIGNED);
    }
    Instant from = Instant.ofEpochMilli(statement.getNotBefore());
    Instant until = Instant.ofEpochMilli(statement.getNotAfter());
    if (!from.isBefore(until)
        || until.isAfter(from.plus(LONGEST))
        || now.isBefore(from.minus(TrustChain.LEEWAY))
        || !now.isBefore(until)) {
      return new Verdict.Refused(Flaw.OUT_OF_TIME);
    }
    return new Verdict.Valid(entry.get(), from, until);
  }

  private static Optional<MailboxStatement> parse(byte[] payload) {
    if (payload.length > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      MailboxStatement statement = MailboxStatement.parseFrom(payload);
      boolean sound =
          statement.getUnknownFields().asMap().isEmpty()
              && statement.getDevice().size() == 16
              && statement.getXwing().size() == XWingKey.PUBLIC_LENGTH
              && statement.getNotBefore() >= 0
              && statement.getNotAfter() >= 0;
      return sound ? Optional.of(statement) : Optional.empty();
    } catch (InvalidProtocolBufferException malformed) {
      return Optional.empty();
    }
  }
}
