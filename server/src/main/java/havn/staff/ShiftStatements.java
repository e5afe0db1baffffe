package havn.staff;

import com.google.protobuf.InvalidProtocolBufferException;
import havn.kernel.id.DeviceId;
import havn.seal.Ed25519;
import havn.seal.Hash;
import havn.seal.Purpose;
import havn.seal.XWingKey;
import havn.wire.v1.ShiftStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Verifies a device's word about its keys for one shift (`docs/protocol/sealed.md`, section 2).
/// Whether that shift was planned is not asked here.
public final class ShiftStatements {

  public static final Duration LONGEST = Duration.ofHours(14);

  /// Bytes of a serialised statement.
  public static final int MAX_LENGTH = 2_048;

  private ShiftStatements() {}

  /// What a statement is worth.
  public sealed interface Verdict {
    /// The device of the roster, its shift signing key (32 bytes), the end of the shift, and the
    /// hash by which epochs name the statement.
    @SuppressWarnings("ArrayRecordComponent")
    record Valid(RosterEntry entry, byte[] shiftKey, Instant until, Hash hash) implements Verdict {}

    record Refused(Flaw flaw) implements Verdict {}
  }

  /// Why a statement is refused.
  public enum Flaw {
    /// Not a statement, or keys of the wrong size or kind.
    MALFORMED,
    /// The device is not in the roster now, or its role takes no part in chats.
    NOT_ROSTERED,
    /// Not signed by the device's key in the roster.
    UNSIGNED,
    /// Longer than 14 hours, over, or not begun (10 minutes of leeway).
    OUT_OF_TIME
  }

  /// Verifies payload and signature as they were sent.
  public static Verdict verify(byte[] payload, byte[] signature, Roster roster, Instant now) {
    Optional<ShiftStatement> parsed = parse(payload);
    if (parsed.isEmpty()) {
      return new Verdict.Refused(Flaw.MALFORMED);
    }
    ShiftStatement statement = parsed.get();
    Optional<RosterEntry> entry =
        DeviceId.of(statement.getDevice().toByteArray())
            .flatMap(device -> roster.entry(device, now))
            .filter(one -> Right.STATE_SHIFT_KEY.has(one.role()));
    if (entry.isEmpty()) {
      return new Verdict.Refused(Flaw.NOT_ROSTERED);
    }
    if (!Ed25519.verify(entry.get().ed25519(), Purpose.SHIFT, payload, signature)) {
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
    byte[] shiftKey = statement.getEd25519().toByteArray();
    return new Verdict.Valid(entry.get(), shiftKey, until, Hash.of(payload));
  }

  private static Optional<ShiftStatement> parse(byte[] payload) {
    if (payload.length > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      ShiftStatement statement = ShiftStatement.parseFrom(payload);
      boolean sound =
          statement.getUnknownFields().asMap().isEmpty()
              && statement.getDevice().size() == 16
              && statement.getXwing().size() == XWingKey.PUBLIC_LENGTH
              && Ed25519.isUsableKey(statement.getEd25519().toByteArray())
              && statement.getNotBefore() >= 0
              && statement.getNotAfter() >= 0;
      return sound ? Optional.of(statement) : Optional.empty();
    } catch (InvalidProtocolBufferException malformed) {
      return Optional.empty();
    }
  }
}
