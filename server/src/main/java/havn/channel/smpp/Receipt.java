package havn.channel.smpp;

import havn.channel.Told;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;

/// A message centre's receipt: optional parameters where there are some, else the words of SMPP
/// 3.4, appendix B.
final class Receipt {

  private static final Pattern ID = Pattern.compile("(?i)\\bid:\\s*([^\\s]{1,64})");
  private static final Pattern STATE = Pattern.compile("(?i)\\bstat:\\s*([A-Z]{5,8})");

  private Receipt() {}

  /// Empty when it says nothing that is known.
  static Optional<Told.Report> read(DeliverSm message, SmppChannel.Ids ids) {
    String words = new String(Piece.bytes(message), StandardCharsets.ISO_8859_1);
    return id(message, words)
        .flatMap(
            id ->
                delivery(message, words)
                    .map(came -> new Told.Report(new Told.ById(ids.receipted(id)), came)));
  }

  private static Optional<String> id(DeliverSm message, String words) {
    var given = message.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
    return Optional.ofNullable(given)
        .map(OptionalParameter.COctetString::getValueAsString)
        .filter(id -> !id.isBlank())
        .or(() -> found(ID, words));
  }

  private static Optional<Told.Delivery> delivery(DeliverSm message, String words) {
    var state = message.getOptionalParameter(OptionalParameter.Message_state.class);
    return state == null
        ? found(STATE, words).flatMap(Receipt::worded)
        : switch (state.getValue()) {
          case 1, 6 -> Optional.of(Told.Delivery.SENT);
          case 2 -> Optional.of(Told.Delivery.DELIVERED);
          case 3, 4, 5, 8, 9 -> Optional.of(Told.Delivery.FAILED);
          default -> Optional.empty();
        };
  }

  private static Optional<Told.Delivery> worded(String state) {
    return switch (state) {
      case "ENROUTE", "ACCEPTD" -> Optional.of(Told.Delivery.SENT);
      case "DELIVRD" -> Optional.of(Told.Delivery.DELIVERED);
      case "EXPIRED", "DELETED", "UNDELIV", "REJECTD" -> Optional.of(Told.Delivery.FAILED);
      default -> Optional.empty();
    };
  }

  private static Optional<String> found(Pattern pattern, String words) {
    Matcher matcher = pattern.matcher(words);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
