package havn.staff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import havn.kernel.id.DeviceId;
import havn.seal.Purpose;
import havn.seal.ShownName;
import havn.seal.SigningKey;
import havn.staff.ShiftStatements.Flaw;
import havn.staff.ShiftStatements.Verdict;
import havn.wire.v1.ShiftStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShiftStatementsTest {

  private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");

  private final TrustFixture trust = new TrustFixture(NOW);
  private final SigningKey shift = SigningKey.fresh();

  @Test
  void aRosteredDevicesWordIsTaken() {
    byte[] payload = statement(Duration.ofHours(-1), Duration.ofHours(5));
    var valid = assertInstanceOf(Verdict.Valid.class, verify(payload, trust.device));
    assertEquals(trust.deviceId, valid.entry().device());
    assertArrayEquals(shift.publicKey(), valid.shiftKey());
    assertEquals(NOW.plus(Duration.ofHours(5)), valid.until());
  }

  @Test
  void aGhostDevicesWordIsRefused() {
    byte[] payload =
        builder(Duration.ZERO, Duration.ofHours(4))
            .setDevice(ByteString.copyFrom(DeviceId.fresh().bytes()))
            .build()
            .toByteArray();
    assertFlaw(Flaw.NOT_ROSTERED, verify(payload, SigningKey.fresh()));
  }

  @Test
  void anotherDevicesSignatureIsRefused() {
    byte[] payload = statement(Duration.ZERO, Duration.ofHours(4));
    assertFlaw(Flaw.UNSIGNED, verify(payload, SigningKey.fresh()));
  }

  @Test
  void anAuditorTakesNoPartInChats() {
    byte[] payload = statement(Duration.ZERO, Duration.ofHours(4));
    byte[] signature = trust.device.sign(Purpose.SHIFT, payload);
    assertFlaw(
        Flaw.NOT_ROSTERED, ShiftStatements.verify(payload, signature, roster(Role.AUDITOR), NOW));
  }

  @Test
  void fourteenHoursAreTheLongestShift() {
    assertInstanceOf(
        Verdict.Valid.class, verify(statement(Duration.ZERO, Duration.ofHours(14)), trust.device));
    assertFlaw(
        Flaw.OUT_OF_TIME,
        verify(statement(Duration.ZERO, Duration.ofHours(14).plusMillis(1)), trust.device));
  }

  @Test
  void aShiftThatIsOverOrFarAheadIsRefused() {
    assertFlaw(
        Flaw.OUT_OF_TIME, verify(statement(Duration.ofHours(-4), Duration.ZERO), trust.device));
    assertFlaw(
        Flaw.OUT_OF_TIME,
        verify(statement(Duration.ofMinutes(11), Duration.ofHours(4)), trust.device));
  }

  @Test
  void keysOfTheWrongSizeAreRefused() {
    byte[] payload =
        builder(Duration.ZERO, Duration.ofHours(4))
            .setXwing(ByteString.copyFrom(new byte[32]))
            .build()
            .toByteArray();
    assertFlaw(Flaw.MALFORMED, verify(payload, trust.device));
    assertFlaw(Flaw.MALFORMED, verify(new byte[] {1, 2, 3}, trust.device));
  }

  @Test
  void enrolmentAndDeskProofsHoldForTheirKeyAndBytesOnly() {
    ShownName name = new ShownName(new byte[16], "Kåre");
    byte[] key = trust.device.publicKey();
    byte[] proof =
        trust.device.sign(Purpose.ENROL, DeviceProofs.enrolment(trust.deviceId, key, name));
    assertTrue(DeviceProofs.enrols(trust.deviceId, key, name, proof));
    assertFalse(DeviceProofs.enrols(DeviceId.fresh(), key, name, proof));
    assertFalse(
        DeviceProofs.enrols(trust.deviceId, key, new ShownName(new byte[16], "Kari"), proof));

    RosterEntry entry = trust.entry(trust.deviceId, trust.device, Role.WORKER);
    byte[] challenge = new byte[32];
    byte[] answer = trust.device.sign(Purpose.DESK, challenge);
    assertTrue(DeviceProofs.answersDesk(entry, challenge, answer));
    challenge[0] = 1;
    assertFalse(DeviceProofs.answersDesk(entry, challenge, answer));
  }

  private Verdict verify(byte[] payload, SigningKey by) {
    return ShiftStatements.verify(
        payload, by.sign(Purpose.SHIFT, payload), roster(Role.WORKER), NOW);
  }

  private Roster roster(Role role) {
    var document =
        trust.roster(1, Optional.empty(), List.of(trust.entry(trust.deviceId, trust.device, role)));
    return RosterDocument.of(document).orElseThrow().roster(document.payloadHash());
  }

  private byte[] statement(Duration from, Duration until) {
    return builder(from, until).build().toByteArray();
  }

  private ShiftStatement.Builder builder(Duration from, Duration until) {
    return ShiftStatement.newBuilder()
        .setDevice(ByteString.copyFrom(trust.deviceId.bytes()))
        .setEd25519(ByteString.copyFrom(shift.publicKey()))
        .setXwing(ByteString.copyFrom(new byte[1_216]))
        .setNotBefore(NOW.plus(from).toEpochMilli())
        .setNotAfter(NOW.plus(until).toEpochMilli());
  }

  private static void assertFlaw(Flaw flaw, Verdict verdict) {
    assertEquals(new Verdict.Refused(flaw), verdict);
  }
}
