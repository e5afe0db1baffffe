package havn.channel.twilio;

import havn.channel.Ability;
import havn.channel.Channel;
import havn.channel.Handed;
import havn.channel.Outgoing;
import havn.channel.PhoneNumber;
import havn.channel.UserId;
import havn.channel.adapter.Form;
import havn.channel.adapter.Gateway;
import havn.channel.adapter.Reading;
import havn.channel.adapter.Tree;
import havn.kernel.id.TextId;
import havn.kernel.secret.Password;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Hands texts to Twilio.
public final class TwilioChannel implements Channel {

  static final String WHATSAPP = "whatsapp:";

  private final Gateway gateway;
  private final Account account;
  private final String reports;

  /// How to reach Twilio.
  ///
  /// @param url without a closing slash
  /// @param sid of the account
  /// @param sender a number in E.164, or the SID of a messaging service (`MG…`)
  /// @param template the SID of the approved content that what we begin goes out in; only WhatsApp
  ///     has one
  public record Account(
      URI url, String sid, Password token, String sender, Optional<String> template) {}

  /// @param hookUrl how Twilio reaches us, without a path
  public TwilioChannel(Vertx vertx, Account account, URI hookUrl) {
    this.gateway = new Gateway(vertx);
    this.account = account;
    this.reports = hookUrl + TwilioHook.PATH + "?" + TwilioHook.KEY + "=";
  }

  @Override
  public Set<Ability> abilities() {
    EnumSet<Ability> abilities = EnumSet.of(Ability.TEXT, Ability.REPORTS, Ability.INBOUND);
    account.template().ifPresent(whatsapp -> abilities.add(Ability.TEMPLATES));
    return abilities;
  }

  @Override
  public Future<Handed> hand(Outgoing text) {
    return switch (text.to()) {
      case PhoneNumber number -> hand(text, number.e164());
      case UserId user ->
          account.template().isPresent()
              ? hand(text, user.text())
              : Future.succeededFuture(new Handed.Refused(Handed.Why.NUMBER));
    };
  }

  private Future<Handed> hand(Outgoing text, String to) {
    String word = account.sid() + ":" + account.token().text();
    String basic = Base64.getEncoder().encodeToString(word.getBytes(StandardCharsets.UTF_8));
    return gateway.hand(
        account.url() + "/2010-04-01/Accounts/" + account.sid() + "/Messages.json",
        Map.of(
            "authorization",
            "Basic " + basic,
            "content-type",
            Form.TYPE,
            "accept",
            "application/json"),
        Form.write(fields(text, to)),
        TwilioChannel::read);
  }

  private LinkedHashMap<String, String> fields(Outgoing text, String to) {
    String prefix = account.template().isPresent() ? WHATSAPP : "";
    LinkedHashMap<String, String> fields = new LinkedHashMap<>();
    fields.put("To", prefix + to);
    if (account.sender().startsWith("MG")) {
      fields.put("MessagingServiceSid", account.sender());
    } else {
      fields.put("From", prefix + account.sender());
    }
    if (account.template().isPresent() && !text.answer()) {
      fields.put("ContentSid", account.template().get());
      fields.put("ContentVariables", new JsonObject().put("1", oneLine(text.text())).encode());
    } else {
      fields.put("Body", text.text());
    }
    fields.put("StatusCallback", reports + text.key().hex());
    return fields;
  }

  /// WhatsApp takes no line ends and no rows of spaces in a variable.
  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static Handed read(Gateway.Answer answer) {
    Optional<Tree> tree = Tree.read(answer.body());
    return switch (answer.status()) {
      case 200, 201 ->
          tree.flatMap(message -> message.at("sid").text())
              .<Handed>map(sid -> new Handed.Accepted(Reading.name(sid)))
              .orElse(new Handed.Unknown());
      case 401, 403 -> new Handed.Refused(Handed.Why.ACCOUNT);
      case 429 -> new Handed.Refused(Handed.Why.TOO_FAST);
      case 400, 404 ->
          tree.map(error -> error.at("code").number())
              .filter(code -> code > 0)
              .<Handed>map(code -> new Handed.Refused(why(code)))
              .orElse(new Handed.Unknown());
      default -> new Handed.Unknown();
    };
  }

  /// Twilio's error codes (https://www.twilio.com/docs/api/errors).
  private static Handed.Why why(int code) {
    return switch (code) {
      case 14107, 20429, 30001, 63018, 63038 -> Handed.Why.TOO_FAST;
      case 21211, 21217, 21265, 21612, 21614, 21635, 63003, 63024 -> Handed.Why.NUMBER;
      case 21610 -> Handed.Why.OPTED_OUT;
      case 21602, 21605, 21617, 21619, 21656, 21657, 63013, 63016, 63021 -> Handed.Why.TEXT;
      default -> Handed.Why.ACCOUNT;
    };
  }

  /// Twilio cannot be asked for a key.
  @Override
  public Future<Handed.Before> ask(TextId key) {
    return Future.succeededFuture(new Handed.Unknown());
  }

  @Override
  public String toString() {
    return "TwilioChannel[…]";
  }
}
