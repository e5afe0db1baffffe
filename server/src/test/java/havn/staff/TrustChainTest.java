package havn.staff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.kernel.id.DeviceId;
import havn.seal.Dsse;
import havn.seal.Hash;
import havn.seal.Purpose;
import havn.seal.SigningKey;
import havn.seal.json.Json;
import havn.seal.json.JsonFields;
import havn.seal.json.StrictJson;
import havn.staff.TrustVerdict.Trusted;
import havn.staff.TrustVerdict.Untrusted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrustChainTest {

  private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");

  private final TrustFixture trust = new TrustFixture(NOW);

  @Test
  void aWholeChainIsTrustedAndNamesItsDevices() {
    var trusted = assertInstanceOf(Trusted.class, verify(trust.documents()));
    assertEquals(1, trusted.roster().version());
    assertArrayEquals(trust.roster().payloadHash().bytes(), trusted.roster().hash());
    var entry = trusted.roster().entry(trust.deviceId, NOW).orElseThrow();
    assertArrayEquals(trust.device.publicKey(), entry.ed25519());
  }

  @Test
  void aBundleIsReadBackAsItWasPrinted() {
    TrustDocuments documents = trust.documents();
    assertEquals(Optional.of(documents), TrustDocuments.parse(documents.bundle().orElseThrow()));
  }

  /// The bundle of `docs/protocol/vectors/v1.json`, which the pages verify as well.
  @Test
  void theGoldenBundleIsTrusted() throws IOException {
    Json file =
        StrictJson.parse(Files.readAllBytes(Path.of("../docs/protocol/vectors/v1.json")))
            .orElseThrow();
    JsonFields vectors = JsonFields.of(file);
    TrustDocuments bundle = TrustDocuments.parse(vectors.member("trust").print()).orElseThrow();
    Hash pin = Hash.wrap(vectors.bytes("pin", Hash.LENGTH)).orElseThrow();
    Instant now = vectors.instant("now");
    var trusted = assertInstanceOf(Trusted.class, TrustChain.verify(bundle, pin, 7, now));
    assertEquals(vectors.whole("rosterVersion", 1), trusted.roster().version());
    assertArrayEquals(vectors.bytes("rosterHash", Hash.LENGTH), trusted.roster().hash());

    JsonFields statement = JsonFields.of(vectors.member("statement"));
    assertInstanceOf(
        ShiftStatements.Verdict.Valid.class,
        ShiftStatements.verify(
            Base64.getUrlDecoder().decode(statement.text("payload", 4_000)),
            statement.bytes("signature", 64),
            trusted.roster(),
            now));
    String request = vectors.member("signerRequest").print();
    assertTrue(SignerRequest.parse(request).orElseThrow().proven());
  }

  @Test
  void anotherPinIsRefused() {
    assertFlaw(
        TrustFlaw.PIN_UNKNOWN,
        TrustChain.verify(trust.documents(), Hash.of(new byte[] {1}), 0, NOW));
  }

  @Test
  void oneSignatureOfTheTwoARootSetAsksForIsNotEnough() {
    Dsse root = trust.rootSet(1, trust.roots, trust.some("root-1"));
    assertFlaw(
        TrustFlaw.ROOT_UNSIGNED, verify(documents(root, trust.signerDocument(), trust.roster())));
  }

  @Test
  void theSameKeyTwiceDoesNotMakeAThreshold() {
    Dsse once = trust.rootSet(1, trust.roots, trust.some("root-1"));
    var twice = List.of(once.signatures().getFirst(), once.signatures().getFirst());
    Dsse root = new Dsse(once.payloadType(), once.payload(), twice);
    assertFlaw(
        TrustFlaw.ROOT_UNSIGNED, verify(documents(root, trust.signerDocument(), trust.roster())));
  }

  @Test
  void aRootSetThatNamesOneKeyTwiceIsMalformed() {
    Map<String, SigningKey> keys = new LinkedHashMap<>(trust.some("root-1"));
    keys.put("root-2", trust.some("root-1").get("root-1"));
    Dsse root = trust.rootSet(1, keys, keys);
    assertFlaw(
        TrustFlaw.MALFORMED, verify(documents(root, trust.signerDocument(), trust.roster())));
  }

  @Test
  void aRotatedRootIsTrustedFromThePinOfTheOldOne() {
    TrustDocuments rotated = rotated(trust.some("root-1", "root-2"));
    Hash oldPin = rotated.roots().getFirst().payloadHash();
    assertInstanceOf(Trusted.class, TrustChain.verify(rotated, oldPin, 0, NOW));
    Hash newPin = rotated.roots().getLast().payloadHash();
    assertInstanceOf(Trusted.class, TrustChain.verify(rotated, newPin, 0, NOW));
  }

  @Test
  void aSignerOfTheRootSetBeforeIsRefused() {
    TrustDocuments rotated = rotated(trust.some("root-1", "root-2"));
    Dsse before = trust.signerDocument();
    assertFlaw(
        TrustFlaw.SIGNER_UNSIGNED,
        verify(new TrustDocuments(rotated.roots(), Optional.of(before), rotated.roster())));
  }

  @Test
  void aRotationTheOldKeysDidNotSignIsRefusedFromTheOldPin() {
    TrustDocuments rotated = rotated(trust.some("root-2"));
    assertFlaw(TrustFlaw.ROOT_UNSIGNED, verify(rotated));
  }

  @Test
  void aRootVersionLeftOutIsRefused() {
    Dsse second = trust.rootSet(3, trust.roots, trust.some("root-1", "root-2"));
    assertFlaw(
        TrustFlaw.ROOT_OUT_OF_ORDER,
        verify(
            new TrustDocuments(
                List.of(trust.rootSet(), second),
                Optional.of(trust.signerDocument()),
                Optional.of(trust.roster()))));
  }

  @Test
  void anExpiredRootEndsTheChain() {
    TrustDocuments documents = trust.documents();
    assertFlaw(
        TrustFlaw.ROOT_EXPIRED,
        TrustChain.verify(documents, documents.pin().orElseThrow(), 0, trust.at(301)));
  }

  @Test
  void aSignerTheRootsDidNotSignIsRefused() {
    Dsse signer = trust.signerDocument(trust.at(-1), trust.at(90), trust.some("root-3"));
    assertFlaw(
        TrustFlaw.SIGNER_UNSIGNED, verify(documents(trust.rootSet(), signer, trust.roster())));
  }

  @Test
  void aSignerOutOfItsTimeIsRefused() {
    Dsse signer = trust.signerDocument(trust.at(-90), trust.at(-1), trust.some("root-1", "root-2"));
    assertFlaw(
        TrustFlaw.SIGNER_OUT_OF_TIME, verify(documents(trust.rootSet(), signer, trust.roster())));
  }

  @Test
  void anExpiredRosterIsRefusedOnceTheLeewayIsOver() {
    TrustDocuments documents = trust.documents();
    Hash pin = documents.pin().orElseThrow();
    Instant end = trust.at(7);
    assertInstanceOf(
        Trusted.class, TrustChain.verify(documents, pin, 0, end.plus(Duration.ofMinutes(9))));
    assertFlaw(
        TrustFlaw.ROSTER_OUT_OF_TIME,
        TrustChain.verify(documents, pin, 0, end.plus(Duration.ofMinutes(10))));
  }

  @Test
  void anOlderRosterThanTheOneSeenIsRefused() {
    TrustDocuments documents = trust.documents();
    Hash pin = documents.pin().orElseThrow();
    assertInstanceOf(Trusted.class, TrustChain.verify(documents, pin, 1, NOW));
    assertFlaw(TrustFlaw.ROSTER_OLDER, TrustChain.verify(documents, pin, 2, NOW));
  }

  @Test
  void aRosterWithoutTheSignersSignatureIsRefused() {
    Dsse signed = trust.roster();
    Dsse bare = new Dsse(signed.payloadType(), signed.payload(), List.of());
    assertFlaw(
        TrustFlaw.ROSTER_UNSIGNED,
        verify(documents(trust.rootSet(), trust.signerDocument(), bare)));
  }

  @Test
  void aGhostDeviceAddedToASignedRosterIsRefused() {
    RosterEntry ghost = trust.entry(DeviceId.fresh(), SigningKey.fresh(), Role.WORKER);
    RosterEntry own = trust.entry(trust.deviceId, trust.device, Role.WORKER);
    assertFlaw(TrustFlaw.ROSTER_UNSIGNED, withPayloadOf(List.of(own, ghost)));
  }

  @Test
  void aSwappedDeviceKeyIsRefused() {
    RosterEntry swapped = trust.entry(trust.deviceId, SigningKey.fresh(), Role.WORKER);
    assertFlaw(TrustFlaw.ROSTER_UNSIGNED, withPayloadOf(List.of(swapped)));
  }

  @Test
  void aRosterSignedByARootKeyInsteadOfTheSignerIsRefused() {
    var document = RosterDocument.of(trust.roster()).orElseThrow();
    SigningKey root = trust.roots.values().iterator().next();
    assertFlaw(
        TrustFlaw.ROSTER_UNSIGNED,
        verify(documents(trust.rootSet(), trust.signerDocument(), trust.roster(document, root))));
  }

  @Test
  void aSignatureMadeForAnotherPurposeIsRefused() {
    Dsse roster =
        Dsse.sign(
            Purpose.SIGNER,
            RosterDocument.TYPE,
            trust.roster().payload(),
            Map.of("signer-1", trust.signer));
    assertFlaw(
        TrustFlaw.ROSTER_UNSIGNED,
        verify(documents(trust.rootSet(), trust.signerDocument(), roster)));
  }

  @Test
  void twoDevicesWithOneKeyMakeARosterMalformed() {
    RosterEntry first = trust.entry(trust.deviceId, trust.device, Role.WORKER);
    RosterEntry second = trust.entry(DeviceId.fresh(), trust.device, Role.COORDINATOR);
    Dsse roster = trust.roster(1, Optional.empty(), List.of(first, second));
    assertFlaw(
        TrustFlaw.MALFORMED, verify(documents(trust.rootSet(), trust.signerDocument(), roster)));
  }

  private TrustDocuments rotated(Map<String, SigningKey> oldKeys) {
    SigningKey fresh = SigningKey.fresh();
    Map<String, SigningKey> keys = new LinkedHashMap<>(trust.some("root-1", "root-2"));
    keys.put("root-4", fresh);
    Map<String, SigningKey> by = new LinkedHashMap<>(oldKeys);
    by.put("root-4", fresh);
    return new TrustDocuments(
        List.of(trust.rootSet(), trust.rootSet(2, keys, by)),
        Optional.of(trust.signerDocument(2, trust.at(-1), trust.at(90), keys)),
        Optional.of(trust.roster()));
  }

  private TrustVerdict withPayloadOf(List<RosterEntry> devices) {
    Dsse signed = trust.roster();
    Dsse other = trust.roster(1, Optional.empty(), devices);
    Dsse forged = new Dsse(signed.payloadType(), other.payload(), signed.signatures());
    return verify(documents(trust.rootSet(), trust.signerDocument(), forged));
  }

  private TrustDocuments documents(Dsse root, Dsse signer, Dsse roster) {
    return trust.documents(root, signer, roster);
  }

  private static TrustVerdict verify(TrustDocuments documents) {
    return TrustChain.verify(documents, documents.pin().orElseThrow(), 0, NOW);
  }

  private static void assertFlaw(TrustFlaw flaw, TrustVerdict verdict) {
    assertEquals(new Untrusted(flaw), verdict);
  }
}
