package havn.kernel.secret;

import java.security.SecureRandom;

/// The only source of randomness.
public final class Randomness {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Randomness() {}

  /// `length` bytes from the operating system's generator.
  public static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
