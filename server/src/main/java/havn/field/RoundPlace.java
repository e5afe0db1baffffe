package havn.field;

import java.util.Arrays;
import java.util.Optional;

/// The kind of place where a round goes; which street or which address is nowhere.
public enum RoundPlace {
  STREET("street"),
  /// Flats, parlours and other addresses; only there places are counted.
  INDOOR("indoor"),
  ELSEWHERE("elsewhere");

  private final String printed;

  RoundPlace(String printed) {
    this.printed = printed;
  }

  public static Optional<RoundPlace> parse(String printed) {
    return Arrays.stream(values()).filter(place -> place.printed.equals(printed)).findFirst();
  }

  public String printed() {
    return printed;
  }
}
