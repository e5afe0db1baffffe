package havn.seal;

/// The hashes and signatures that hold an epoch together.
public final class EpochSeal {

  private EpochSeal() {}

  /// `H("havn/1/ring" ‖ 0 ‖ card)` over the exact bytes of a ring card.
  public static Hash ringHash(byte[] card) {
    return Hash.of(Bytes.ascii("havn/1/ring\0"), card);
  }

  /// The lead's signature over `header ‖ H(grant)`.
  public static byte[] sign(SigningKey lead, byte[] header, byte[] grant) {
    return lead.sign(Purpose.EPOCH, Bytes.join(header, Hash.of(grant).bytes()));
  }

  public static boolean verify(byte[] leadKey, byte[] header, byte[] grant, byte[] signature) {
    byte[] signed = Bytes.join(header, Hash.of(grant).bytes());
    return Ed25519.verify(leadKey, Purpose.EPOCH, signed, signature);
  }
}
