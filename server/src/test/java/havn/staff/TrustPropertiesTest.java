package havn.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.seal.Dsse;
import havn.seal.Hash;
import havn.seal.json.Json;
import havn.seal.json.StrictJson;
import havn.staff.TrustVerdict.Trusted;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// What holds for every damage, not only for those somebody thought of.
class TrustPropertiesTest {

  private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
  private static final TrustFixture TRUST = new TrustFixture(NOW);
  private static final TrustDocuments WHOLE = TRUST.documents();
  private static final Hash PIN = WHOLE.pin().orElseThrow();

  @Property(tries = 300)
  void aFlippedBitOfTheRosterIsNeverTrusted(
      @ForAll @IntRange(max = 100_000) int place, @ForAll @IntRange(max = 7) int bit) {
    Dsse roster = WHOLE.roster().orElseThrow();
    byte[] payload = roster.payload().clone();
    payload[place % payload.length] ^= (byte) (1 << bit);
    Dsse changed = new Dsse(roster.payloadType(), payload, roster.signatures());
    assertFalse(trusted(new TrustDocuments(WHOLE.roots(), WHOLE.signer(), Optional.of(changed))));
  }

  @Property(tries = 300)
  void aFlippedBitOfASignerSignatureIsNeverTrusted(
      @ForAll @IntRange(max = 63) int place, @ForAll @IntRange(max = 7) int bit) {
    Dsse signer = WHOLE.signer().orElseThrow();
    var signatures =
        signer.signatures().stream()
            .map(
                one -> {
                  byte[] bytes = one.bytes().clone();
                  bytes[place] ^= (byte) (1 << bit);
                  return new Dsse.Signature(one.keyId(), bytes);
                })
            .toList();
    Dsse changed = new Dsse(signer.payloadType(), signer.payload(), signatures);
    assertFalse(trusted(new TrustDocuments(WHOLE.roots(), Optional.of(changed), WHOLE.roster())));
  }

  @Property(tries = 300)
  void aChangedByteOfTheBundleIsNeverTrustedAsSomethingElse(
      @ForAll @IntRange(max = 100_000) int place, @ForAll byte value) {
    byte[] bundle = WHOLE.bundle().orElseThrow().getBytes(StandardCharsets.UTF_8);
    bundle[place % bundle.length] = value;
    Optional<TrustDocuments> read =
        TrustDocuments.parse(new String(bundle, StandardCharsets.ISO_8859_1));
    if (read.isPresent() && trusted(read.get())) {
      assertEquals(WHOLE.roster(), read.get().roster());
    }
  }

  @Property(tries = 500)
  void anyBytesAreReadOrRefusedButNeverThrow(@ForAll @Size(max = 200) byte[] bytes) {
    StrictJson.parse(bytes).ifPresent(json -> assertFalse(json.print().isEmpty()));
    assertFalse(
        RosterDocument.of(new Dsse(RosterDocument.TYPE, bytes, java.util.List.of())).isPresent());
  }

  @Property(tries = 100)
  void aMemberNobodyKnowsIsRefused(@ForAll @IntRange(min = 1, max = 1000) int number) {
    Dsse roster = WHOLE.roster().orElseThrow();
    var payload = (Json.Members) StrictJson.parse(roster.payload()).orElseThrow();
    byte[] more = payload.with("x" + number, number).print().getBytes(StandardCharsets.UTF_8);
    assertTrue(
        RosterDocument.of(new Dsse(roster.payloadType(), more, roster.signatures())).isEmpty());
  }

  private static boolean trusted(TrustDocuments documents) {
    return TrustChain.verify(documents, PIN, 0, NOW) instanceof Trusted;
  }
}
