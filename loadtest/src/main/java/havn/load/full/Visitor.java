package havn.load.full;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import havn.kernel.secret.Randomness;
import havn.seal.XWingKey;
import havn.wire.v1.RingCard;

/// What a visitor brings: a fresh key and the ring card that carries it.
record Visitor(XWingKey key, ByteString card) {

  private static final int NONCE = 32;

  static Visitor fresh(String service, String lane, String language) {
    var key = XWingKey.fresh();
    var card =
        RingCard.newBuilder()
            .setService(service)
            .setLane(lane)
            .setLanguage(language)
            .setXwing(ByteString.copyFrom(key.publicKey()))
            .setNonce(ByteString.copyFrom(Randomness.bytes(NONCE)))
            .build();
    return new Visitor(key, card.toByteString());
  }

  static RingCard read(byte[] card) {
    try {
      return RingCard.parseFrom(card);
    } catch (InvalidProtocolBufferException mangled) {
      throw new IllegalStateException("the server changed a ring card", mangled);
    }
  }
}
