package havn.seal;

import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The two authenticated ciphers in use, both with a 16-byte tag at the end. Every key is used with
/// a nonce once.
enum Aead {
  /// AES-256-GCM (NIST SP 800-38D), for frames.
  AES_256_GCM,
  /// ChaCha20-Poly1305 (RFC 8439), for age payloads.
  CHACHA20_POLY1305;

  static final int TAG_LENGTH = 16;

  byte[] seal(byte[] key, byte[] nonce, byte[] plaintext, byte[] aad) {
    try {
      return run(Cipher.ENCRYPT_MODE, key, nonce, plaintext, aad);
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /// Empty when the tag does not fit.
  Optional<byte[]> open(byte[] key, byte[] nonce, byte[] ciphertext, byte[] aad) {
    try {
      return Optional.of(run(Cipher.DECRYPT_MODE, key, nonce, ciphertext, aad));
    } catch (GeneralSecurityException refused) {
      return Optional.empty();
    }
  }

  private byte[] run(int mode, byte[] key, byte[] nonce, byte[] in, byte[] aad)
      throws GeneralSecurityException {
    Cipher cipher =
        switch (this) {
          case AES_256_GCM -> {
            Cipher gcm = Cipher.getInstance("AES/GCM/NoPadding");
            gcm.init(
                mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_LENGTH * 8, nonce));
            yield gcm;
          }
          case CHACHA20_POLY1305 -> {
            Cipher chacha = Cipher.getInstance("ChaCha20-Poly1305");
            chacha.init(mode, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(nonce));
            yield chacha;
          }
        };
    cipher.updateAAD(aad);
    return cipher.doFinal(in);
  }
}
