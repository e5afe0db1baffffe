package havn.channel.twilio;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.channel.Ability;
import havn.channel.Channel;
import havn.channel.ChannelContract;
import havn.channel.Handed;
import havn.channel.Outgoing;
import havn.channel.PhoneNumber;
import havn.channel.adapter.Form;
import havn.channel.adapter.HttpPeer;
import havn.kernel.id.TextId;
import havn.kernel.secret.Password;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Twilio's WhatsApp: what we begin goes out in approved content only.
class TwilioWhatsAppTest extends ChannelContract {

  private final Vertx vertx = Vertx.vertx();
  private final Twilio twilio = new Twilio(vertx);
  private final Channel channel =
      new TwilioChannel(
          vertx,
          new TwilioChannel.Account(
              twilio.url(), "AC1", new Password("token-1"), "+4759440000", Optional.of("HX1")),
          URI.create("https://texts.example"));

  @AfterEach
  void close() {
    get(vertx.close());
  }

  private static final class Twilio extends HttpPeer {

    Twilio(Vertx vertx) {
      super(vertx);
    }

    @Override
    protected String taken(HttpServerRequest request, String body) {
      Form form = Form.read(body).orElseThrow();
      assertTrue(form.field("To").orElseThrow().matches("whatsapp:(\\+47\\d{8}|NO\\.\\d+)"));
      assertEquals("whatsapp:+4759440000", form.field("From").orElseThrow());
      return form.field("ContentVariables")
          .map(variables -> new JsonObject(variables).getString("1"))
          .or(() -> form.field("Body"))
          .orElseThrow();
    }

    @Override
    protected void accept(HttpServerRequest request) {
      request.response().setStatusCode(201).end("{\"sid\":\"SM01\"}");
    }

    @Override
    protected void decline(HttpServerRequest request) {
      request.response().setStatusCode(429).end();
    }
  }

  @Test
  void whatWeBeginStandsOnOneLineInApprovedContent() {
    assertTrue(channel.abilities().contains(Ability.TEMPLATES));
    var number = ((PhoneNumber.Textable) PhoneNumber.read("41234567")).number();
    Outgoing begun = new Outgoing(TextId.fresh(), number, "Gratis hjelp.\n\nSvar STOPP", false);
    assertInstanceOf(Handed.Accepted.class, get(channel.hand(begun)));
    assertEquals(List.of("Gratis hjelp. Svar STOPP"), twilio.arrived());
  }

  @Override
  protected Channel channel() {
    return channel;
  }

  @Override
  protected Provider provider() {
    return twilio;
  }

  @Override
  protected List<String> secrets() {
    return List.of("token-1");
  }
}
