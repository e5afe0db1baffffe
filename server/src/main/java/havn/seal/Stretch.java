package havn.seal;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Argon2id (RFC 9106) with 4 MiB, one pass and one lane: a few milliseconds, so that what can be
/// guessed costs something to guess even for who has the key of the tags.
public final class Stretch {

  static final int MEMORY_KIB = 4 * 1_024;
  static final int PASSES = 1;
  private static final int LENGTH = 32;

  private Stretch() {}

  /// 32 bytes. Takes a core for milliseconds: never on an event loop.
  ///
  /// @param salt at least 8 bytes
  public static byte[] of(byte[] secret, byte[] salt) {
    Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(MEMORY_KIB)
            .withIterations(PASSES)
            .withParallelism(1)
            .withSalt(salt)
            .build());
    byte[] out = new byte[LENGTH];
    argon2.generateBytes(secret, out);
    return out;
  }
}
