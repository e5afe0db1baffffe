package havn.seal;

import havn.kernel.secret.Randomness;
import java.util.Optional;

/// The two kinds of age keys: how each is written, and the stanza it opens.
enum AgeKeyType {
  /// X-Wing, `age1pq1…`.
  POST_QUANTUM("age1pq", "AGE-SECRET-KEY-PQ-", XWingKey.PUBLIC_LENGTH) {
    @Override
    byte[] publicKey(byte[] secret) {
      return XWingKey.ofSeed(secret).publicKey();
    }

    @Override
    AgeStanza wrap(byte[] fileKey, byte[] publicKey) {
      return AgeStanza.wrap(fileKey, publicKey, Randomness.bytes(Hpke.RANDOM_LENGTH));
    }

    @Override
    boolean names(AgeStanza stanza) {
      return stanza.isHybrid();
    }

    @Override
    boolean wellFormed(AgeStanza stanza) {
      return stanza.enc().isPresent();
    }

    @Override
    Optional<byte[]> unwrap(AgeStanza stanza, byte[] secret) {
      return stanza.unwrap(XWingKey.ofSeed(secret));
    }
  },
  /// X25519, `age1…`.
  CLASSIC("age", "AGE-SECRET-KEY-", X25519Stanza.KEY_LENGTH) {
    @Override
    byte[] publicKey(byte[] secret) {
      return X25519Stanza.publicKey(secret);
    }

    @Override
    AgeStanza wrap(byte[] fileKey, byte[] publicKey) {
      return X25519Stanza.wrap(fileKey, publicKey, Randomness.bytes(X25519Stanza.KEY_LENGTH));
    }

    @Override
    boolean names(AgeStanza stanza) {
      return X25519Stanza.names(stanza);
    }

    @Override
    boolean wellFormed(AgeStanza stanza) {
      return X25519Stanza.share(stanza).isPresent();
    }

    @Override
    Optional<byte[]> unwrap(AgeStanza stanza, byte[] secret) {
      return X25519Stanza.unwrap(stanza, secret);
    }
  };

  final String recipientPrefix;
  final String identityPrefix;
  final int publicLength;

  AgeKeyType(String recipientPrefix, String identityPrefix, int publicLength) {
    this.recipientPrefix = recipientPrefix;
    this.identityPrefix = identityPrefix;
    this.publicLength = publicLength;
  }

  abstract byte[] publicKey(byte[] secret);

  abstract AgeStanza wrap(byte[] fileKey, byte[] publicKey);

  /// Whether the stanza says it is for a key of this type.
  abstract boolean names(AgeStanza stanza);

  /// Whether such a stanza has exactly the shape the specification asks for. One that has not makes
  /// the whole file refused.
  abstract boolean wellFormed(AgeStanza stanza);

  /// The file key; empty when the stanza is for another key.
  abstract Optional<byte[]> unwrap(AgeStanza stanza, byte[] secret);
}
