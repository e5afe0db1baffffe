package havn.seal;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/// The payload of an age file: a 16-byte nonce, then 64 KiB chunks under ChaCha20-Poly1305. The
/// chunk's nonce is an 11-byte counter and a byte that is 1 for the last chunk.
final class AgePayload {

  static final int NONCE_LENGTH = 16;

  private static final int CHUNK = 64 * 1024;
  private static final byte[] NO_AAD = {};

  private AgePayload() {}

  static byte[] seal(byte[] fileKey, byte[] nonce, byte[] plaintext) {
    byte[] key = key(fileKey, nonce);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(nonce);
    int at = 0;
    for (int counter = 0; ; counter++) {
      int end = Math.min(at + CHUNK, plaintext.length);
      boolean last = end == plaintext.length;
      out.writeBytes(
          Aead.CHACHA20_POLY1305.seal(
              key, chunkNonce(counter, last), Arrays.copyOfRange(plaintext, at, end), NO_AAD));
      if (last) {
        return out.toByteArray();
      }
      at = end;
    }
  }

  /// Empty when a chunk does not authenticate, the last chunk is missing, or it is empty after
  /// others.
  static Optional<byte[]> open(byte[] fileKey, byte[] payload) {
    if (payload.length < NONCE_LENGTH + Aead.TAG_LENGTH) {
      return Optional.empty();
    }
    byte[] key = key(fileKey, Arrays.copyOf(payload, NONCE_LENGTH));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int at = NONCE_LENGTH;
    for (int counter = 0; at < payload.length; counter++) {
      int end = Math.min(at + CHUNK + Aead.TAG_LENGTH, payload.length);
      boolean last = end == payload.length;
      Optional<byte[]> chunk =
          Aead.CHACHA20_POLY1305.open(
              key, chunkNonce(counter, last), Arrays.copyOfRange(payload, at, end), NO_AAD);
      if (chunk.isEmpty() || (chunk.get().length == 0 && counter > 0)) {
        return Optional.empty();
      }
      out.writeBytes(chunk.get());
      at = end;
    }
    return Optional.of(out.toByteArray());
  }

  private static byte[] key(byte[] fileKey, byte[] nonce) {
    return Hkdf.derive(fileKey, nonce, Bytes.ascii("payload"), 32);
  }

  private static byte[] chunkNonce(int counter, boolean last) {
    byte[] nonce = new byte[12];
    nonce[7] = (byte) (counter >>> 24);
    nonce[8] = (byte) (counter >>> 16);
    nonce[9] = (byte) (counter >>> 8);
    nonce[10] = (byte) counter;
    nonce[11] = (byte) (last ? 1 : 0);
    return nonce;
  }
}
