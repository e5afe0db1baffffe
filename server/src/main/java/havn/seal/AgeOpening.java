package havn.seal;

/// What came of opening an envelope.
public sealed interface AgeOpening {

  /// It was whole, and for this key.
  @SuppressWarnings("ArrayRecordComponent")
  record Opened(byte[] plaintext) implements AgeOpening {
    @Override
    public String toString() {
      return "Opened[" + plaintext.length + " bytes]";
    }
  }

  /// Nothing of it may be used.
  record Refused(Reason reason) implements AgeOpening {}

  /// Why an envelope was refused.
  enum Reason {
    /// Longer than 1 MiB with its header.
    TOO_LARGE,
    /// Not an age v1 header with 1–9 well-formed recipients.
    BAD_HEADER,
    /// No recipient stanza opens with this key.
    NOT_FOR_THIS_KEY,
    /// The header was changed: its MAC does not fit the file key.
    BAD_MAC,
    /// The payload was changed, cut or extended.
    BAD_PAYLOAD
  }
}
