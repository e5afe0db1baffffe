package havn.channel.whatsapp;

import havn.channel.Ability;
import havn.channel.Channel;
import havn.channel.Handed;
import havn.channel.Outgoing;
import havn.channel.PhoneNumber;
import havn.channel.UserId;
import havn.channel.adapter.Gateway;
import havn.channel.adapter.Reading;
import havn.channel.adapter.Tree;
import havn.kernel.id.TextId;
import havn.kernel.secret.Password;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Hands texts to WhatsApp's Cloud API.
public final class WhatsAppChannel implements Channel {

  private final Gateway gateway;
  private final Account account;

  /// How to reach the API, and as whom.
  ///
  /// @param url with the version, without a closing slash
  /// @param number the id of our number
  /// @param template name of the approved template that what we begin goes out in
  /// @param language of the template
  public record Account(URI url, String number, Password token, String template, String language) {}

  public WhatsAppChannel(Vertx vertx, Account account) {
    this.gateway = new Gateway(vertx);
    this.account = account;
  }

  @Override
  public Set<Ability> abilities() {
    return EnumSet.of(Ability.TEXT, Ability.TEMPLATES, Ability.REPORTS, Ability.INBOUND);
  }

  @Override
  public Future<Handed> hand(Outgoing text) {
    return gateway.hand(
        account.url() + "/" + account.number() + "/messages",
        Map.of(
            "authorization", "Bearer " + account.token().text(),
            "content-type", "application/json",
            "accept", "application/json"),
        body(text).encode(),
        WhatsAppChannel::read);
  }

  private JsonObject body(Outgoing text) {
    JsonObject body =
        new JsonObject()
            .put("messaging_product", "whatsapp")
            .put("recipient_type", "individual")
            .put("biz_opaque_callback_data", text.key().hex());
    switch (text.to()) {
      case PhoneNumber number -> body.put("to", number.e164());
      case UserId user -> body.put("recipient", user.text());
    }
    return text.answer()
        ? body.put("type", "text")
            .put("text", new JsonObject().put("preview_url", false).put("body", text.text()))
        : body.put("type", "template").put("template", template(text.text()));
  }

  /// A variable may hold no line ends and no rows of spaces.
  private JsonObject template(String text) {
    JsonObject variable =
        new JsonObject().put("type", "text").put("text", text.strip().replaceAll("\\s+", " "));
    JsonObject component =
        new JsonObject().put("type", "body").put("parameters", new JsonArray().add(variable));
    return new JsonObject()
        .put("name", account.template())
        .put("language", new JsonObject().put("code", account.language()))
        .put("components", new JsonArray().add(component));
  }

  private static Handed read(Gateway.Answer answer) {
    Optional<Tree> tree = Tree.read(answer.body());
    if (answer.status() == 200) {
      return tree.stream()
          .flatMap(body -> body.at("messages").items().stream())
          .flatMap(message -> message.at("id").text().stream())
          .findFirst()
          .<Handed>map(id -> new Handed.Accepted(Reading.name(id)))
          .orElse(new Handed.Unknown());
    }
    boolean refused = answer.status() >= 400 && answer.status() < 500;
    return tree.map(body -> body.at("error", "code"))
        .filter(code -> refused && code.word().isPresent())
        .map(code -> refusal(code.number()))
        .orElseGet(
            () ->
                switch (answer.status()) {
                  case 401, 403 -> new Handed.Refused(Handed.Why.ACCOUNT);
                  case 429 -> new Handed.Refused(Handed.Why.TOO_FAST);
                  default -> new Handed.Unknown();
                });
  }

  /// Meta's error codes
  /// (https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes).
  private static Handed refusal(int code) {
    return switch (code) {
      case 1, 2, 131000, 131016 -> new Handed.Unknown();
      case 4, 80007, 130429, 131048, 131056, 133016 -> new Handed.Refused(Handed.Why.TOO_FAST);
      case 131021, 131026, 131030 -> new Handed.Refused(Handed.Why.NUMBER);
      case 131050 -> new Handed.Refused(Handed.Why.OPTED_OUT);
      case 100,
          130472,
          131008,
          131009,
          131047,
          131049,
          131051,
          132000,
          132005,
          132007,
          132012,
          132018 ->
          new Handed.Refused(Handed.Why.TEXT);
      default -> new Handed.Refused(Handed.Why.ACCOUNT);
    };
  }

  /// The API cannot be asked for a key.
  @Override
  public Future<Handed.Before> ask(TextId key) {
    return Future.succeededFuture(new Handed.Unknown());
  }

  @Override
  public String toString() {
    return "WhatsAppChannel[…]";
  }
}
