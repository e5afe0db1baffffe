package havn.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import havn.kernel.id.ServiceId;
import havn.wire.v1.Code;
import havn.wire.v1.RingCard;

/// What a visitor asks for when ringing. `bytes` are kept exactly, since their hash goes into every
/// epoch.
///
/// @param bytes 1–2,048 bytes
/// @param lane 1–64 characters
/// @param language at most 16 characters
public record Card(ByteString bytes, ServiceId service, String lane, String language) {

  private static final int MOST = 2_048;

  static Card read(ByteString bytes) throws InvalidProtocolBufferException {
    Malformed.unless(!bytes.isEmpty() && bytes.size() <= MOST);
    RingCard card = RingCard.parseFrom(bytes);
    Malformed.unless(card.getXwing().size() == 1_216 && card.getNonce().size() == 32);
    Malformed.unless(card.getWishesCount() <= 8);
    card.getWishesList().forEach(wish -> Malformed.unless(wish.length() <= 32));
    Malformed.unless(!card.getLane().isEmpty() && card.getLane().length() <= 64);
    Malformed.unless(!card.getLanguage().isEmpty() && card.getLanguage().length() <= 16);
    ServiceId service =
        ServiceId.parse(card.getService()).orElseThrow(() -> new Malformed(Code.FRAME_MALFORMED));
    return new Card(bytes, service, card.getLane(), card.getLanguage());
  }

  @Override
  public String toString() {
    return "Card[" + service + "]";
  }
}
