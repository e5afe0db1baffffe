package havn.kernel.secret;

/// A password or token as text, such as the one of a store. Prints as `Password[…]`; at most 1,024
/// characters, as providers hand out long tokens.
public record Password(String text) {

  public static final int LONGEST = 1_024;

  public Password {
    if (text.isEmpty() || text.length() > LONGEST) {
      throw new IllegalArgumentException("a password has 1–1,024 characters");
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
