package havn.letters;

import com.google.protobuf.ByteString;
import havn.kernel.id.DeviceId;
import havn.kernel.id.MailboxId;
import havn.kernel.id.ServiceId;
import havn.seal.AgeEnvelope;
import havn.seal.AgeOpening;
import havn.seal.Hash;
import havn.seal.Purpose;
import havn.seal.SigningKey;
import havn.seal.XWingKey;
import havn.staff.Role;
import havn.staff.Roster;
import havn.staff.RosterEntry;
import havn.wire.v1.MailboxStatement;
import havn.wire.v1.ShiftStatement;
import havn.wire.v1.SignedStatement;
import havn.wire.v1.StoredAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/// The console of somebody of staff: a device key and a shift key.
public final class Desk {

  public final DeviceId id = DeviceId.fresh();
  public final SigningKey device = SigningKey.fresh();
  private final SigningKey shift = SigningKey.fresh();
  private final XWingKey mailbox = XWingKey.fresh();
  private final Instant now;

  public Desk(Instant now) {
    this.now = now;
  }

  /// Roster version 7 with this device alone.
  public Roster roster(Role role, String service) {
    return new Roster(7, Hash.ZEROS.bytes(), at(-1), at(7), "", Map.of(id, entry(role, service)));
  }

  public RosterEntry entry(Role role, String service) {
    Set<ServiceId> services = Set.of(new ServiceId(service));
    return new RosterEntry(
        id, device.publicKey(), role, services, at(-1), at(60), Hash.of(id.bytes()).bytes());
  }

  public byte[] mailboxStatement(Duration from, Duration until) {
    return MailboxStatement.newBuilder()
        .setDevice(ByteString.copyFrom(id.bytes()))
        .setXwing(ByteString.copyFrom(mailbox.publicKey()))
        .setNotBefore(now.plus(from).toEpochMilli())
        .setNotAfter(now.plus(until).toEpochMilli())
        .build()
        .toByteArray();
  }

  /// What a letter to this console says; fails when it is for somebody else.
  public String opens(byte[] file) {
    return switch (AgeEnvelope.open(file, mailbox)) {
      case AgeOpening.Opened opened ->
          new String(opened.plaintext(), StandardCharsets.UTF_8).strip();
      case AgeOpening.Refused refused -> throw new AssertionError(refused.reason().toString());
    };
  }

  public byte[] signed(byte[] statement) {
    return device.sign(Purpose.MAILBOX, statement);
  }

  /// An answer that holds; whoever bends it signs it again.
  public StoredAnswer answer(MailboxId to, int number, long rosterVersion) {
    return sign(
        to,
        StoredAnswer.newBuilder()
            .setNumber(number)
            .setFile(ByteString.copyFrom(Hand.sealed(1, "svar")))
            .setStatement(shiftStatement())
            .setRosterVersion(rosterVersion)
            .setAt(now.toEpochMilli()));
  }

  public StoredAnswer sign(MailboxId to, StoredAnswer.Builder answer) {
    byte[] covered = AnswerCheck.covered(to, answer.build());
    return answer.setSignature(ByteString.copyFrom(shift.sign(Purpose.ANSWER, covered))).build();
  }

  private SignedStatement shiftStatement() {
    byte[] payload =
        ShiftStatement.newBuilder()
            .setDevice(ByteString.copyFrom(id.bytes()))
            .setEd25519(ByteString.copyFrom(shift.publicKey()))
            .setXwing(ByteString.copyFrom(mailbox.publicKey()))
            .setNotBefore(now.minus(Duration.ofHours(1)).toEpochMilli())
            .setNotAfter(now.plus(Duration.ofHours(4)).toEpochMilli())
            .build()
            .toByteArray();
    return SignedStatement.newBuilder()
        .setPayload(ByteString.copyFrom(payload))
        .setSignature(ByteString.copyFrom(device.sign(Purpose.SHIFT, payload)))
        .build();
  }

  private Instant at(long days) {
    return now.plus(Duration.ofDays(days));
  }
}
