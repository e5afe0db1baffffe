package havn.channel.whatsapp;

import havn.channel.Hook;
import havn.channel.adapter.Form;
import havn.channel.adapter.Reading;
import havn.channel.adapter.Tree;
import havn.kernel.secret.Password;
import havn.seal.Hmac;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Reads what Meta sends, and answers its question whether we are who it was told.
public final class WhatsAppHook implements Hook {

  private final Password appSecret;
  private final Password verifyToken;
  private final Update update;

  /// @param number the id of our number
  public WhatsAppHook(Password appSecret, Password verifyToken, String number) {
    this.appSecret = appSecret;
    this.verifyToken = verifyToken;
    this.update = new Update(number);
  }

  @Override
  public Read read(Raw request) {
    return switch (request.method()) {
      case "GET" -> challenge(request);
      case "POST" -> signed(request) ? told(request) : new Forged();
      default -> new Malformed();
    };
  }

  private Read challenge(Raw request) {
    Optional<Form> query = Form.query(request.target());
    boolean ours =
        query
            .flatMap(form -> form.field("hub.verify_token"))
            .map(token -> Reading.same(token, verifyToken.text()))
            .orElse(false);
    if (!ours) {
      return new Forged();
    }
    return query
        .filter(form -> form.field("hub.mode").orElse("").equals("subscribe"))
        .flatMap(form -> form.field("hub.challenge"))
        .filter(challenge -> challenge.matches("[A-Za-z0-9_-]{1,256}"))
        .<Read>map(Challenge::new)
        .orElse(new Malformed());
  }

  private boolean signed(Raw request) {
    if (request.body().length > LONGEST_BODY) {
      return false;
    }
    byte[] key = appSecret.text().getBytes(StandardCharsets.UTF_8);
    String expected = "sha256=" + HexFormat.of().formatHex(Hmac.sha256(key, request.body()));
    return Reading.same(expected, request.header("x-hub-signature-256").orElse(""));
  }

  private Read told(Raw request) {
    return Tree.read(new String(request.body(), StandardCharsets.UTF_8))
        .filter(tree -> tree.at("object").text().orElse("").equals("whatsapp_business_account"))
        .map(update::read)
        .filter(told -> told.size() <= Heard.MOST)
        .<Read>map(told -> new Heard(List.copyOf(told)))
        .orElse(new Malformed());
  }

  @Override
  public String toString() {
    return "WhatsAppHook[…]";
  }
}
