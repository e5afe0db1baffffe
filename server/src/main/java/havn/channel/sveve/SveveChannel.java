package havn.channel.sveve;

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
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Hands texts to Sveve.
public final class SveveChannel implements Channel {

  private final Gateway gateway;
  private final Account account;

  /// How to reach Sveve.
  ///
  /// @param url without a closing slash
  /// @param sender whom a phone shows, 3–11 characters; empty: a number of Sveve's that takes
  ///     answers
  public record Account(URI url, String user, Password password, Optional<String> sender) {}

  public SveveChannel(Vertx vertx, Account account) {
    this.gateway = new Gateway(vertx);
    this.account = account;
  }

  @Override
  public Set<Ability> abilities() {
    return EnumSet.of(Ability.TEXT, Ability.REPORTS, Ability.INBOUND);
  }

  @Override
  public Future<Handed> hand(Outgoing text) {
    return switch (text.to()) {
      case UserId none -> Future.succeededFuture(new Handed.Refused(Handed.Why.NUMBER));
      case PhoneNumber number ->
          gateway.hand(
              account.url() + "/SMS/SendMessage",
              Map.of("content-type", "application/json", "accept", "application/json"),
              body(number, text).encode(),
              answer -> read(answer, text.key()));
    };
  }

  private JsonObject body(PhoneNumber number, Outgoing text) {
    JsonObject body =
        new JsonObject()
            .put("user", account.user())
            .put("passwd", account.password().text())
            .put("f", "json")
            .put("to", number.e164().replaceFirst("^\\+47(?=\\d{8}$)", ""))
            .put("msg", text.text())
            .put("ref", text.key().hex());
    account
        .sender()
        .ifPresentOrElse(sender -> body.put("from", sender), () -> body.put("reply", true));
    return body;
  }

  private static Handed read(Gateway.Answer answer, TextId key) {
    return switch (answer.status()) {
      case 200 ->
          Tree.read(answer.body())
              .map(tree -> read(tree.at("response"), key))
              .orElse(new Handed.Unknown());
      case 401, 403 -> new Handed.Refused(Handed.Why.ACCOUNT);
      case 429 -> new Handed.Refused(Handed.Why.TOO_FAST);
      default -> new Handed.Unknown();
    };
  }

  private static Handed read(Tree response, TextId key) {
    if (response.at("fatalError").text().isPresent()) {
      return new Handed.Refused(Handed.Why.ACCOUNT);
    }
    if (response.at("msgOkCount").number() > 0) {
      List<Tree> ids = response.at("ids").items();
      return new Handed.Accepted(
          ids.isEmpty() ? key.hex() : ids.getFirst().word().map(Reading::name).orElse(key.hex()));
    }
    return response.at("errors").items().isEmpty()
        ? new Handed.Unknown()
        : new Handed.Refused(Handed.Why.NUMBER);
  }

  /// Sveve cannot be asked.
  @Override
  public Future<Handed.Before> ask(TextId key) {
    return Future.succeededFuture(new Handed.Unknown());
  }

  @Override
  public String toString() {
    return "SveveChannel[…]";
  }
}
