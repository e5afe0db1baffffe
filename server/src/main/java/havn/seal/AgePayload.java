package havn.seal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/// The payload of an age file: a 16-byte nonce, then 64 KiB chunks under ChaCha20-Poly1305. The
/// chunk's nonce is an 11-byte counter and a byte that is 1 for the last chunk.
final class AgePayload {

  static final int NONCE_LENGTH = 16;

  private static final int CHUNK = 64 * 1024;
  private static final int SEALED_CHUNK = CHUNK + Aead.TAG_LENGTH;
  private static final byte[] NOTHING = {};

  private AgePayload() {}

  static byte[] seal(byte[] fileKey, byte[] nonce, byte[] plaintext) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      seal(fileKey, nonce, new ByteArrayInputStream(plaintext), out);
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
    return out.toByteArray();
  }

  /// Empty when a chunk does not authenticate, the last chunk is missing, or it is empty after
  /// others.
  static Optional<byte[]> open(byte[] fileKey, byte[] payload) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      return open(fileKey, new ByteArrayInputStream(payload), out)
          ? Optional.of(out.toByteArray())
          : Optional.empty();
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
  }

  /// Seals all of `in`, holding two chunks at a time.
  static void seal(byte[] fileKey, byte[] nonce, InputStream in, OutputStream out)
      throws IOException {
    byte[] key = key(fileKey, nonce);
    out.write(nonce);
    byte[] chunk = in.readNBytes(CHUNK);
    for (int counter = 0; ; counter++) {
      byte[] next = chunk.length == CHUNK ? in.readNBytes(CHUNK) : NOTHING;
      boolean last = next.length == 0;
      out.write(Aead.CHACHA20_POLY1305.seal(key, chunkNonce(counter, last), chunk, NOTHING));
      if (last) {
        return;
      }
      chunk = next;
    }
  }

  /// Opens all of `in`, holding two chunks at a time. When false, what was written is part of a
  /// file that must not be used.
  static boolean open(byte[] fileKey, InputStream in, OutputStream out) throws IOException {
    byte[] nonce = in.readNBytes(NONCE_LENGTH);
    byte[] chunk = in.readNBytes(SEALED_CHUNK);
    if (nonce.length < NONCE_LENGTH || chunk.length < Aead.TAG_LENGTH) {
      return false;
    }
    byte[] key = key(fileKey, nonce);
    for (int counter = 0; ; counter++) {
      byte[] next = chunk.length == SEALED_CHUNK ? in.readNBytes(SEALED_CHUNK) : NOTHING;
      boolean last = next.length == 0;
      Optional<byte[]> opened =
          Aead.CHACHA20_POLY1305.open(key, chunkNonce(counter, last), chunk, NOTHING);
      if (opened.isEmpty() || (opened.get().length == 0 && counter > 0)) {
        return false;
      }
      out.write(opened.get());
      if (last) {
        return true;
      }
      chunk = next;
    }
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
