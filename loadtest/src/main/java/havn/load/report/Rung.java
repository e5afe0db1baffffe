package havn.load.report;

import java.util.Arrays;
import java.util.Optional;

/// The ladder: each rung adds one cost to the one before.
public enum Rung {
  /// Set-ups: TCP, upgrade and, for our server, ticket and hello.
  CONNECT(1),
  /// Sockets that only stay.
  IDLE(2),
  /// Pairs that talk at a fixed rate.
  TALK(3),
  /// One frame in flight for each pair, as fast as they come back.
  RELAY(4);

  private final int number;

  Rung(int number) {
    this.number = number;
  }

  /// Counted from 1.
  public int number() {
    return number;
  }

  public static Optional<Rung> numbered(int number) {
    return Arrays.stream(values()).filter(rung -> rung.number() == number).findFirst();
  }
}
