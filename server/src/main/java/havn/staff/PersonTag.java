package havn.staff;

import static java.nio.charset.StandardCharsets.US_ASCII;

import havn.kernel.id.StaffId;
import havn.seal.Hash;
import java.util.Arrays;

/// Whose device a roster entry is, without saying who: two devices of one person have the same tag
/// (`docs/protocol/sealed.md`, section 2). Written as base64url of 16 bytes.
public record PersonTag(String text) {

  public static final int LENGTH = 16;

  /// The signer did not say whose device it is.
  public static final PersonTag NOBODY = of(new byte[LENGTH]);

  /// The first 16 bytes of `H("havn/1/person" ‖ 0 ‖ id)`.
  public static PersonTag of(StaffId person) {
    byte[] whole = Hash.of("havn/1/person\0".getBytes(US_ASCII), person.bytes()).bytes();
    return of(Arrays.copyOf(whole, LENGTH));
  }

  /// @param tag 16 bytes
  static PersonTag of(byte[] tag) {
    return new PersonTag(TrustText.of(tag));
  }
}
