package havn.field;

import java.util.Locale;
import java.util.Optional;

/// By which a wrong round is named to be struck: the first 12 hexadecimal digits of the id that its
/// phone drew. Only whoever has the phone has it, or was told; nobody finds one by trying.
public record RoundCode(String hex) {

  private static final int DIGITS = 12;

  public RoundCode {
    if (!hex.matches("[0-9a-f]{" + DIGITS + "}")) {
      throw new IllegalArgumentException("a code has 12 hexadecimal digits");
    }
  }

  /// As people write it, with spaces between; empty when it is none.
  public static Optional<RoundCode> read(String written) {
    String hex = written.replace(" ", "").toLowerCase(Locale.ROOT);
    return hex.matches("[0-9a-f]{" + DIGITS + "}")
        ? Optional.of(new RoundCode(hex))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "RoundCode[…]";
  }
}
