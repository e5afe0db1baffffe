package havn.seal;

/// What came of opening an age file. Whatever was written before anything but [#OPENED] must not be
/// used.
public enum AgeVerdict {
  /// It was whole, and for one of the keys.
  OPENED,
  /// It does not begin as an age file does.
  NOT_AGE,
  /// Text between `-----BEGIN` and `-----END` lines that is not strict PEM, or more around it.
  BAD_ARMOR,
  /// Not an age v1 header of at most 64 KiB with 1–32 well-formed recipients.
  BAD_HEADER,
  /// Sealed with a passphrase.
  PASSPHRASE,
  /// No recipient stanza opens with these keys.
  NOT_FOR_THESE_KEYS,
  /// The header was changed: its MAC does not fit the file key.
  BAD_MAC,
  /// The payload was changed, cut or extended.
  BAD_PAYLOAD
}
