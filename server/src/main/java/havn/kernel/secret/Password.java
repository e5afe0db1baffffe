package havn.kernel.secret;

/// A password as text, such as the one of a store. Prints as `Password[…]`; at most 256
/// characters.
public record Password(String text) {

  public Password {
    if (text.isEmpty() || text.length() > 256) {
      throw new IllegalArgumentException("a password has 1–256 characters");
    }
  }

  /// 32 random bytes in base64url.
  public static Password fresh() {
    return new Password(Secret.fresh().reveal());
  }

  @Override
  public String toString() {
    return "Password[…]";
  }
}
