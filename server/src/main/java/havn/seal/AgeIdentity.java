package havn.seal;

import havn.kernel.secret.Randomness;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A private age key as people keep it: `AGE-SECRET-KEY-PQ-1…` (X-Wing) or `AGE-SECRET-KEY-1…`
/// (X25519). Prints as nothing.
public final class AgeIdentity {

  private static final int SECRET_LENGTH = 32;

  private final AgeKeyType type;
  private final byte[] secret;

  private AgeIdentity(AgeKeyType type, byte[] secret) {
    this.type = type;
    this.secret = secret;
  }

  /// A fresh post-quantum key.
  public static AgeIdentity fresh() {
    return new AgeIdentity(AgeKeyType.POST_QUANTUM, Randomness.bytes(SECRET_LENGTH));
  }

  /// Empty when it is none of the two or was copied with a mistake.
  public static Optional<AgeIdentity> parse(String text) {
    return Bech32.decode(text).flatMap(AgeIdentity::of);
  }

  private static Optional<AgeIdentity> of(Bech32.Decoded decoded) {
    for (AgeKeyType type : AgeKeyType.values()) {
      if (decoded.prefix().equals(type.identityPrefix) && decoded.data().length == SECRET_LENGTH) {
        return Optional.of(new AgeIdentity(type, decoded.data()));
      }
    }
    return Optional.empty();
  }

  /// The text that [#parse(String)] reads, for the one file it is kept in.
  public String reveal() {
    return Bech32.encode(type.identityPrefix.toLowerCase(Locale.ROOT), secret)
        .toUpperCase(Locale.ROOT);
  }

  public AgeRecipient recipient() {
    return new AgeRecipient(type, type.publicKey(secret));
  }

  /// Whether a stanza of this key's type departs from the specification.
  boolean refuses(List<AgeStanza> stanzas) {
    return stanzas.stream().filter(type::names).anyMatch(stanza -> !type.wellFormed(stanza));
  }

  /// The file key of the first stanza that opens; empty when none does.
  Optional<byte[]> unwrap(List<AgeStanza> stanzas) {
    return stanzas.stream()
        .filter(type::names)
        .flatMap(stanza -> type.unwrap(stanza, secret).stream())
        .findFirst();
  }

  @Override
  public String toString() {
    return "AgeIdentity[…]";
  }
}
