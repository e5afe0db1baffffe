package havn.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.seal.json.Json;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Signatures and keys that lenient verifiers let pass.
class Ed25519EdgesTest {

  private static final HexFormat HEX = HexFormat.of();

  private static final Json REFUSED =
      VectorFile.member(VectorFile.whole("known-answers.json"), "ed25519Refused").orElseThrow();

  /// Keys of small and mixed order, scalars beyond the group order, points that are not canonical.
  @Test
  void aDoubtfulSignatureIsRefused() {
    List<Json> vectors = VectorFile.items(REFUSED, "vectors");
    assertEquals(12, vectors.size());
    for (Json vector : vectors) {
      byte[] message = HEX.parseHex(VectorFile.text(vector, "message"));
      byte[] key = HEX.parseHex(VectorFile.text(vector, "key"));
      byte[] signature = HEX.parseHex(VectorFile.text(vector, "signature"));
      assertFalse(Ed25519.verifyPlain(key, message, signature));
    }
  }

  @Test
  void aKeyOfSmallOrderIsUnusable() {
    List<Json> keys = VectorFile.items(REFUSED, "smallOrder");
    assertEquals(14, keys.size());
    for (Json key : keys) {
      assertFalse(Ed25519.isUsableKey(HEX.parseHex(((Json.Text) key).value())));
    }
  }

  @Test
  void keysAndSignaturesOfOtherLengthsVerifyNothing() {
    SigningKey key = SigningKey.fresh();
    byte[] signature = key.sign(Purpose.DESK, new byte[32]);
    assertTrue(Ed25519.verify(key.publicKey(), Purpose.DESK, new byte[32], signature));
    assertFalse(Ed25519.verify(new byte[31], Purpose.DESK, new byte[32], signature));
    assertFalse(Ed25519.verify(key.publicKey(), Purpose.DESK, new byte[32], new byte[63]));
    assertFalse(Ed25519.verify(key.publicKey(), Purpose.DESK, new byte[32], new byte[0]));
  }

  @Test
  void aSignatureHoldsForItsPurposeOnly() {
    SigningKey key = SigningKey.fresh();
    byte[] signature = key.sign(Purpose.FRAME, new byte[42]);
    for (Purpose purpose : Purpose.values()) {
      boolean holds = Ed25519.verify(key.publicKey(), purpose, new byte[42], signature);
      assertEquals(purpose == Purpose.FRAME, holds);
    }
  }
}
