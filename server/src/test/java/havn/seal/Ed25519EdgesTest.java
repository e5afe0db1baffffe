package havn.seal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Signatures and keys that lenient verifiers let pass.
class Ed25519EdgesTest {

  private static final HexFormat HEX = HexFormat.of();

  /// The cases of `ed25519-speccheck` (Chalkias, Garillot and Nikolaenko, "Taming the many
  /// EdDSAs"): keys of small and mixed order, scalars beyond the group order, points that are not
  /// canonical. Message, key, signature.
  @ParameterizedTest
  @CsvSource({
    "8c93255d71dcab10e8f379c26200f3c7bd5f09d9bc3068d3ef4edeb4853022b6,c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa,c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a0000000000000000000000000000000000000000000000000000000000000000",
    "9bd9f44f4dcc75bd531b56b2cd280b0bb38fc1cd6d1230e14861d861de092e79,c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa,f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43a5bb704786be79fc476f91d3f3f89b03984d8068dcf1bb7dfc6637b45450ac04",
    "aebf3f2601a0c8c5d39cc7d8911642f740b78168218da8471772b35f9d35b9ab,f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43,c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa8c4bd45aecaca5b24fb97bc10ac27ac8751a7dfe1baff8b953ec9f5833ca260e",
    "9bd9f44f4dcc75bd531b56b2cd280b0bb38fc1cd6d1230e14861d861de092e79,cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d,9046a64750444938de19f227bb80485e92b83fdb4b6506c160484c016cc1852f87909e14428a7a1d62e9f22f3d3ad7802db02eb2e688b6c52fcd6648a98bd009",
    "e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec4011eaccd55b53f56c,cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d,160a1cb0dc9c0258cd0a7d23e94d8fa878bcb1925f2c64246b2dee1796bed5125ec6bc982a269b723e0668e540911a9a6a58921d6925e434ab10aa7940551a09",
    "e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec4011eaccd55b53f56c,cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d,21122a84e0b5fca4052f5b1235c80a537878b38f3142356b2c2384ebad4668b7e40bc836dac0f71076f9abe3a53f9c03c1ceeeddb658d0030494ace586687405",
    "85e241a07d148b41e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec40,442aad9f089ad9e14647b1ef9099a1ff4798d78589e66f28eca69c11f582a623,e96f66be976d82e60150baecff9906684aebb1ef181f67a7189ac78ea23b6c0e547f7690a0e2ddcd04d87dbc3490dc19b3b3052f7ff0538cb68afb369ba3a514",
    "85e241a07d148b41e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec40,442aad9f089ad9e14647b1ef9099a1ff4798d78589e66f28eca69c11f582a623,8ce5b96c8f26d0ab6c47958c9e68b937104cd36e13c33566acd2fe8d38aa19427e71f98a473474f2f13f06f97c20d58cc3f54b8bd0d272f42b695dd7e89a8c22",
    "fdaebc429f4a735932a160da1301080c13280eea8bc280d1b392c6b9e6ba3a5a,f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43,edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f454d370c8d9fc323a41450f8d513eafeb5b0697390c1e505a0d4ddc71f566607",
    "84b698d39be126ff55fe45079e6c8bf64a0d7db6994560b4e96b7021eb39c1a1,f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43,edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f084d5b99c2a9463d9c8bd5026916996984eeec87ddf1d3be329006ace1b37b09"
  })
  void aDoubtfulSignatureIsRefused(String message, String key, String signature) {
    assertFalse(
        Ed25519.verifyPlain(HEX.parseHex(key), HEX.parseHex(message), HEX.parseHex(signature)));
  }

  /// The points of order 1, 2, 4 and 8 in every encoding of theirs (RFC 7748, section 6.1 speaks of
  /// the same points).
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0100000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000080",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa"
      })
  void aKeyOfSmallOrderIsUnusable(String key) {
    assertFalse(Ed25519.isUsableKey(HEX.parseHex(key)));
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
      org.junit.jupiter.api.Assertions.assertEquals(purpose == Purpose.FRAME, holds);
    }
  }
}
