package havn.line;

/// Why somebody stands in front of those who came before.
public enum Boost {
  NONE,
  /// The service left the chat that they were in: staff were silent, or their device was removed.
  RETURNED,
  /// They say that they are in danger now.
  DANGER
}
