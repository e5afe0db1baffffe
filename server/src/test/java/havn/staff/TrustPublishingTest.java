package havn.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import havn.kernel.id.DeviceId;
import havn.seal.Dsse;
import havn.seal.Hash;
import havn.seal.Purpose;
import havn.seal.SigningKey;
import havn.staff.TrustPublishing.Decision;
import havn.staff.TrustPublishing.Decision.Published;
import havn.staff.TrustPublishing.Decision.Refused;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrustPublishingTest {

  private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");

  private final TrustFixture trust = new TrustFixture(NOW);

  @Test
  void rootSignerAndRosterAreTakenInThisOrder() {
    TrustDocuments root =
        published(TrustPublishing.root(TrustDocuments.NONE, trust.rootSet(), NOW));
    TrustDocuments signer = published(TrustPublishing.signer(root, trust.signerDocument(), NOW));
    TrustDocuments roster = published(TrustPublishing.roster(signer, trust.roster(), NOW));
    assertInstanceOf(
        TrustVerdict.Trusted.class, TrustChain.verify(roster, roster.pin().orElseThrow(), 0, NOW));
  }

  @Test
  void nothingIsTakenBeforeWhatItStandsOn() {
    assertEquals(
        new Refused(TrustFlaw.PIN_UNKNOWN),
        TrustPublishing.signer(TrustDocuments.NONE, trust.signerDocument(), NOW));
    TrustDocuments root =
        published(TrustPublishing.root(TrustDocuments.NONE, trust.rootSet(), NOW));
    assertEquals(
        new Refused(TrustFlaw.SIGNER_UNSIGNED), TrustPublishing.roster(root, trust.roster(), NOW));
  }

  @Test
  void theSameRosterAgainIsRefused() {
    assertEquals(
        new Refused(TrustFlaw.ROSTER_DOES_NOT_FOLLOW),
        TrustPublishing.roster(trust.documents(), trust.roster(), NOW));
  }

  @Test
  void aRosterThatSkipsAVersionIsRefused() {
    assertEquals(
        new Refused(TrustFlaw.ROSTER_DOES_NOT_FOLLOW),
        TrustPublishing.roster(trust.documents(), next(3, currentHash()), NOW));
  }

  @Test
  void aRosterThatForksFromAnotherPastIsRefused() {
    assertEquals(
        new Refused(TrustFlaw.ROSTER_DOES_NOT_FOLLOW),
        TrustPublishing.roster(trust.documents(), next(2, Hash.of(new byte[] {7})), NOW));
  }

  @Test
  void aRosterThatFollowsIsTaken() {
    Dsse second = next(2, currentHash());
    TrustDocuments after = published(TrustPublishing.roster(trust.documents(), second, NOW));
    assertEquals(Optional.of(second), after.roster());
  }

  @Test
  void aSignerThatDoesNotStartLaterIsRefused() {
    Dsse same = trust.signerDocument(trust.at(-1), trust.at(120), trust.some("root-1", "root-2"));
    assertEquals(
        new Refused(TrustFlaw.SIGNER_OLDER), TrustPublishing.signer(trust.documents(), same, NOW));
  }

  @Test
  void theSameSignerSignedAgainUnderANewRootIsTaken() {
    Map<String, SigningKey> keys =
        Map.of("root-5", SigningKey.fresh(), "root-6", SigningKey.fresh());
    Map<String, SigningKey> by = new HashMap<>(trust.roots);
    by.putAll(keys);
    TrustDocuments rotated =
        published(TrustPublishing.root(trust.documents(), trust.rootSet(2, keys, by), NOW));
    Hash pin = rotated.pin().orElseThrow();
    assertEquals(
        new TrustVerdict.Untrusted(TrustFlaw.SIGNER_UNSIGNED),
        TrustChain.verify(rotated, pin, 0, NOW));
    var again =
        new SignerDocument(2, "signer-1", trust.signer.publicKey(), trust.at(-1), trust.at(90));
    Dsse document = Dsse.sign(Purpose.SIGNER, SignerDocument.TYPE, again.payload(), keys);
    TrustDocuments after = published(TrustPublishing.signer(rotated, document, NOW));
    assertInstanceOf(TrustVerdict.Trusted.class, TrustChain.verify(after, pin, 0, NOW));
  }

  @Test
  void aRootNobodyOfTheOldOneSignedIsRefused() {
    Map<String, SigningKey> strangers =
        Map.of("root-8", SigningKey.fresh(), "root-9", SigningKey.fresh());
    assertEquals(
        new Refused(TrustFlaw.ROOT_UNSIGNED),
        TrustPublishing.root(trust.documents(), trust.rootSet(2, strangers, strangers), NOW));
  }

  private Dsse next(long version, Hash previous) {
    RosterEntry added = trust.entry(DeviceId.fresh(), SigningKey.fresh(), Role.PEER);
    return trust.roster(version, Optional.of(previous), List.of(added));
  }

  private Hash currentHash() {
    return trust.documents().roster().orElseThrow().payloadHash();
  }

  private static TrustDocuments published(Decision decision) {
    return assertInstanceOf(Published.class, decision).documents();
  }
}
