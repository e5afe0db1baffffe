package havn.seal;

import java.util.List;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc7748.X25519;

/// The classic recipient of an age file (C2SP `age.md`, "The X25519 recipient type"). Havn itself
/// seals to hybrid recipients only; this is for files that others make.
final class X25519Stanza {

  static final String TYPE = "X25519";
  static final int KEY_LENGTH = 32;

  private static final byte[] INFO = Bytes.ascii("age-encryption.org/v1/X25519");
  private static final byte[] NONCE = new byte[12];
  private static final byte[] NO_AAD = {};

  private X25519Stanza() {}

  static byte[] publicKey(byte[] secret) {
    byte[] key = new byte[KEY_LENGTH];
    X25519.scalarMultBase(secret, 0, key, 0);
    return key;
  }

  /// Empty when the other key is of small order, so that the shared secret would be zero.
  static Optional<byte[]> agree(byte[] secret, byte[] publicKey) {
    byte[] shared = new byte[KEY_LENGTH];
    return X25519.calculateAgreement(secret, 0, publicKey, 0, shared, 0)
        ? Optional.of(shared)
        : Optional.empty();
  }

  /// `ephemeral` are 32 fresh bytes, used once. Throws when the public key is of small order.
  static AgeStanza wrap(byte[] fileKey, byte[] publicKey, byte[] ephemeral) {
    byte[] share = publicKey(ephemeral);
    byte[] shared =
        agree(ephemeral, publicKey)
            .orElseThrow(() -> new IllegalArgumentException("a public key of small order"));
    byte[] key = key(shared, share, publicKey);
    return new AgeStanza(
        List.of(TYPE, AgeBase64.encode(share)),
        Aead.CHACHA20_POLY1305.seal(key, NONCE, fileKey, NO_AAD));
  }

  static boolean names(AgeStanza stanza) {
    return stanza.arguments().getFirst().equals(TYPE);
  }

  /// The ephemeral share, when the stanza has the exact shape and the share is not of small order.
  static Optional<byte[]> share(AgeStanza stanza) {
    return stanza.arguments().size() == 2 && stanza.body().length == AgeStanza.BODY_LENGTH
        ? AgeBase64.decode(stanza.arguments().get(1))
            .filter(share -> share.length == KEY_LENGTH)
            .filter(share -> agree(new byte[KEY_LENGTH], share).isPresent())
        : Optional.empty();
  }

  static Optional<byte[]> unwrap(AgeStanza stanza, byte[] secret) {
    return share(stanza)
        .flatMap(
            share ->
                agree(secret, share)
                    .map(shared -> key(shared, share, publicKey(secret)))
                    .flatMap(
                        key -> Aead.CHACHA20_POLY1305.open(key, NONCE, stanza.body(), NO_AAD)));
  }

  private static byte[] key(byte[] shared, byte[] share, byte[] publicKey) {
    return Hkdf.derive(shared, Bytes.join(share, publicKey), INFO, 32);
  }
}
