package havn.channel;

/// What a provider can do.
public enum Ability {
  /// Takes free text for a phone.
  TEXT,
  /// Knows a text again by its key, and sends it once however often it is handed over.
  KEYS,
  /// Answers what became of a key.
  ASKED,
  /// Says later whether a text arrived.
  REPORTS,
  /// Passes on what a phone sends.
  INBOUND,
  /// Takes what we begin as approved templates only, and free text only as an answer.
  TEMPLATES
}
