package havn.seal;

import java.util.Arrays;

/// Ed25519 verification, strict (RFC 8032, section 5.1.7): the scalar is below the group order, the
/// points are canonical, and a public key or R outside the prime-order group – small-order ones
/// above all – verifies nothing. The browser programs refuse exactly the same.
public final class Ed25519 {

  /// Bytes of a public key, and of a seed.
  public static final int KEY_LENGTH = 32;

  public static final int SIGNATURE_LENGTH = 64;

  private Ed25519() {}

  /// Whether this is a key that may be rostered or trusted.
  public static boolean isUsableKey(byte[] publicKey) {
    return publicKey.length == KEY_LENGTH
        && org.bouncycastle.math.ec.rfc8032.Ed25519.validatePublicKeyFull(publicKey, 0);
  }

  /// Whether the key signed `bytes` for this purpose. False for anything malformed.
  public static boolean verify(byte[] publicKey, Purpose purpose, byte[] bytes, byte[] signature) {
    return verifyPlain(publicKey, Bytes.join(purpose.prefix(), bytes), signature);
  }

  static boolean verifyPlain(byte[] publicKey, byte[] message, byte[] signature) {
    return signature.length == SIGNATURE_LENGTH
        && isUsableKey(publicKey)
        && isUsableKey(Arrays.copyOf(signature, KEY_LENGTH))
        && org.bouncycastle.math.ec.rfc8032.Ed25519.verify(
            signature, 0, publicKey, 0, message, 0, message.length);
  }

  static byte[] publicKey(byte[] seed) {
    byte[] key = new byte[KEY_LENGTH];
    org.bouncycastle.math.ec.rfc8032.Ed25519.generatePublicKey(seed, 0, key, 0);
    return key;
  }

  static byte[] signPlain(byte[] seed, byte[] message) {
    byte[] signature = new byte[SIGNATURE_LENGTH];
    org.bouncycastle.math.ec.rfc8032.Ed25519.sign(
        seed, 0, message, 0, message.length, signature, 0);
    return signature;
  }
}
