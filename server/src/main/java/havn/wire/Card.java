package havn.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.wire.v1.Code;
import havn.wire.v1.RingCard;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a visitor asks for when ringing. `bytes` are kept exactly, since their hash goes into every
/// epoch.
///
/// @param bytes 1–2,048 bytes
/// @param lane 1–64 characters
/// @param language at most 16 characters
/// @param wish the device of whoever they wrote with last, when they wish for the same person
/// @param traits genders and professions they wish for
/// @param danger whether they say that they are in danger now
/// @param toldDays for how many days the service keeps chats as the page showed it, 0–30; empty
///     from an older page
public record Card(
    ByteString bytes,
    ServiceId service,
    String lane,
    String language,
    Optional<DeviceId> wish,
    Set<String> traits,
    boolean danger,
    Optional<Integer> toldDays) {

  private static final String DANGER = "danger";
  private static final int MOST = 2_048;
  private static final int MOST_DAYS = 30;
  private static final String FOR_DEVICE = "device:";

  static Card read(ByteString bytes) throws InvalidProtocolBufferException {
    Malformed.unless(!bytes.isEmpty() && bytes.size() <= MOST);
    RingCard card = RingCard.parseFrom(bytes);
    Malformed.unless(card.getXwing().size() == 1_216 && card.getNonce().size() == 32);
    Malformed.unless(card.getWishesCount() <= 8);
    card.getWishesList().forEach(wish -> Malformed.unless(wish.length() <= 32));
    Malformed.unless(!card.getLane().isEmpty() && card.getLane().length() <= 64);
    Malformed.unless(!card.getLanguage().isEmpty() && card.getLanguage().length() <= 16);
    Malformed.unless(card.getTold() >= 0 && card.getTold() <= MOST_DAYS);
    ServiceId service =
        ServiceId.parse(card.getService()).orElseThrow(() -> new Malformed(Code.FRAME_MALFORMED));
    List<String> wishes = card.getWishesList();
    return new Card(
        bytes,
        service,
        card.getLane(),
        card.getLanguage(),
        wish(wishes),
        wishes.stream().filter(Words::isTrait).collect(Collectors.toUnmodifiableSet()),
        wishes.contains(DANGER),
        card.hasTold() ? Optional.of(card.getTold()) : Optional.empty());
  }

  /// The first wish for a device; one that names none is refused.
  private static Optional<DeviceId> wish(List<String> wishes) {
    return wishes.stream()
        .filter(wish -> wish.startsWith(FOR_DEVICE))
        .findFirst()
        .map(wish -> device(wish.substring(FOR_DEVICE.length())));
  }

  private static DeviceId device(String text) {
    try {
      return DeviceId.of(Base64.getUrlDecoder().decode(text))
          .orElseThrow(() -> new Malformed(Code.FRAME_MALFORMED));
    } catch (IllegalArgumentException notBase64) {
      throw new Malformed(Code.FRAME_MALFORMED);
    }
  }

  @Override
  public String toString() {
    return "Card[" + service + "]";
  }
}
