package havn.channel;

/// What a provider calls somebody who shows no number. Prints as `UserId[…]`.
///
/// @param text 1–128 printable characters of ASCII, without spaces
public record UserId(String text) implements Address {

  public static final int LONGEST = 128;

  public UserId {
    boolean printable = text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    if (text.isEmpty() || text.length() > LONGEST || !printable) {
      throw new IllegalArgumentException("a user's id has 1–128 printable characters");
    }
  }

  @Override
  public String written() {
    return "id:" + text;
  }

  @Override
  public String toString() {
    return "UserId[…]";
  }
}
