package havn.line;

/// Why somebody stands in front of those who came before. In the order of the wire's numbers.
public enum Boost {
  NONE(0),
  /// The service left the chat that they were in: staff were silent, or their device was removed.
  RETURNED(1),
  /// They say that they are in danger now.
  DANGER(2),
  /// They were quiet in a chat, and came back when their place was somebody else's.
  RESUMED(1);

  private final int rank;

  Boost(int rank) {
    this.rank = rank;
  }

  /// The higher, the further in front; those of one rank stand as they came.
  int rank() {
    return rank;
  }
}
