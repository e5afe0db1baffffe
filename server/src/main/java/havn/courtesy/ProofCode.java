package havn.courtesy;

import havn.kernel.id.ServiceId;
import havn.kernel.secret.Randomness;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Shows somebody who was written to that it was the service: 8 characters, 40 bits, printed
/// `ABCD-EFGH` in the text and asked for on the service's page. Digits and capitals without I, L, O
/// and U (Crockford's base 32); reading takes small letters, spaces, hyphens, O for 0, I and L for
/// 1. Prints as `ProofCode[…]`.
public final class ProofCode {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 8;
  private static final int LONGEST = 40;
  private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Pd}\\p{Cf}]+");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{" + LENGTH + "}");
  private static final Pattern CODE = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

  private final String code;

  private ProofCode(String code) {
    this.code = code;
  }

  /// A fresh code of 40 random bits, at least one of its characters a letter: nobody takes it for
  /// hours or a number.
  public static ProofCode fresh() {
    ProofCode drawn = drawn();
    while (NUMBER.matcher(drawn.code).matches()) {
      drawn = drawn();
    }
    return drawn;
  }

  private static ProofCode drawn() {
    long bits = 0;
    for (byte each : Randomness.bytes(LENGTH * 5 / 8)) {
      bits = bits << 8 | each & 0xff;
    }
    StringBuilder code = new StringBuilder(LENGTH);
    for (int shift = (LENGTH - 1) * 5; shift >= 0; shift -= 5) {
      code.append(ALPHABET.charAt((int) (bits >> shift & 31)));
    }
    return new ProofCode(code.toString());
  }

  /// Reads what somebody typed, at most 40 characters; empty when it is no code.
  public static Optional<ProofCode> parse(String typed) {
    if (typed.length() > LONGEST) {
      return Optional.empty();
    }
    String code =
        BETWEEN
            .matcher(typed)
            .replaceAll("")
            .toUpperCase(Locale.ROOT)
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    return CODE.matcher(code).matches() ? Optional.of(new ProofCode(code)) : Optional.empty();
  }

  /// `ABCD-EFGH`, for the text that is sent.
  public String printed() {
    return code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2);
  }

  /// What a store may keep: SHA-256 of `havn/1/proof`, 0, the service, 0, and the 8 characters. The
  /// code has 40 bits: whoever has the tag can find it by trying, so it is bounded by time and
  /// tries.
  public byte[] tag(ServiceId service) {
    try {
      String hashed = "havn/1/proof\0" + service.slug() + "\0" + code;
      return MessageDigest.getInstance("SHA-256")
          .digest(hashed.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ProofCode proof && code.equals(proof.code);
  }

  @Override
  public int hashCode() {
    return code.hashCode();
  }

  @Override
  public String toString() {
    return "ProofCode[…]";
  }
}
