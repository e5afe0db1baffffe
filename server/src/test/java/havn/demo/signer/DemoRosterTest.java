package havn.demo.signer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.seal.Dsse;
import havn.seal.Purpose;
import havn.seal.SigningKey;
import havn.staff.PersonTag;
import havn.staff.Role;
import havn.staff.RosterDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemoRosterTest {

  private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");

  private final SigningKey signer = SigningKey.fresh();
  private final DemoDevice device = device(Role.WORKER);

  @Test
  void theFirstRosterHasNoPast() {
    RosterDocument first = DemoRoster.next(Optional.empty(), List.of(), NOW).orElseThrow();
    assertEquals(1, first.version());
    assertTrue(first.previous().isEmpty());
  }

  @Test
  void aRosterThatSaysTheSameIsNotMadeAgain() {
    Optional<Dsse> newest = signed(DemoRoster.next(Optional.empty(), List.of(device), NOW));
    assertTrue(DemoRoster.next(newest, List.of(device), NOW).isEmpty());
  }

  @Test
  void aRosterIsRenewedWhenFourDaysAreLeft() {
    Optional<Dsse> newest = signed(DemoRoster.next(Optional.empty(), List.of(device), NOW));
    Instant early = NOW.plus(Duration.ofDays(4)).minusSeconds(1);
    assertTrue(DemoRoster.next(newest, List.of(device), early).isEmpty());
    RosterDocument second =
        DemoRoster.next(newest, List.of(device), NOW.plus(Duration.ofDays(4))).orElseThrow();
    assertEquals(2, second.version());
    assertEquals(newest.map(Dsse::payloadHash), second.previous());
  }

  @Test
  void anotherRoleOrAMissingDeviceMakesANewRoster() {
    Optional<Dsse> newest = signed(DemoRoster.next(Optional.empty(), List.of(device), NOW));
    DemoDevice promoted =
        new DemoDevice(
            device.id(),
            device.ed25519(),
            Role.COORDINATOR,
            device.services(),
            device.nameHash(),
            device.person());
    assertTrue(DemoRoster.next(newest, List.of(promoted), NOW).isPresent());
    assertTrue(DemoRoster.next(newest, List.of(), NOW).isPresent());
  }

  private Optional<Dsse> signed(Optional<RosterDocument> roster) {
    return roster.map(
        document ->
            Dsse.sign(
                Purpose.ROSTER,
                RosterDocument.TYPE,
                document.payload(),
                Map.of(SignerFolder.SIGNER_ID, signer)));
  }

  private static DemoDevice device(Role role) {
    return new DemoDevice(
        DeviceId.fresh(),
        SigningKey.fresh().publicKey(),
        role,
        Set.of(new ServiceId("pro-mann")),
        new byte[32],
        PersonTag.NOBODY);
  }
}
