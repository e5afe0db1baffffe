package havn.seal;

import java.util.Optional;

/// A public age key as people write it: `age1pq1…` (X-Wing) or `age1…` (X25519).
public final class AgeRecipient {

  private final AgeKeyType type;
  private final byte[] publicKey;

  AgeRecipient(AgeKeyType type, byte[] publicKey) {
    this.type = type;
    this.publicKey = publicKey;
  }

  /// Empty when it is none of the two, was copied with a mistake, or is a key nobody may use.
  public static Optional<AgeRecipient> parse(String text) {
    return Bech32.decode(text).flatMap(AgeRecipient::of).filter(AgeRecipient::isUsable);
  }

  private static Optional<AgeRecipient> of(Bech32.Decoded decoded) {
    for (AgeKeyType type : AgeKeyType.values()) {
      if (decoded.prefix().equals(type.recipientPrefix)
          && decoded.data().length == type.publicLength) {
        return Optional.of(new AgeRecipient(type, decoded.data()));
      }
    }
    return Optional.empty();
  }

  /// The text that [#parse(String)] reads.
  public String print() {
    return Bech32.encode(type.recipientPrefix, publicKey);
  }

  /// Whether a file for it stays closed to a quantum computer.
  public boolean isPostQuantum() {
    return type == AgeKeyType.POST_QUANTUM;
  }

  AgeStanza wrap(byte[] fileKey) {
    return type.wrap(fileKey, publicKey);
  }

  /// Tries the key: a malformed or small-order one takes no file key.
  private boolean isUsable() {
    try {
      wrap(new byte[16]);
      return true;
    } catch (IllegalArgumentException | IllegalStateException unusable) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "AgeRecipient[" + type + "]";
  }
}
