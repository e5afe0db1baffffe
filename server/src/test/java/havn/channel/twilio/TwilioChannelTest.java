package havn.channel.twilio;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against a peer with the shape of `CreateMessage` in Twilio's OpenAPI description
/// (twilio/twilio-oai, `spec/yaml/twilio_api_v2010.yaml`).
class TwilioChannelTest extends ChannelContract {

  private static final String SID = "AC00000000000000000000000000000001";
  private static final String TOKEN = "f00dfeedf00dfeedf00dfeedf00dfeed";
  private static final URI HOOKS = URI.create("https://texts.example");

  private final Vertx vertx = Vertx.vertx();
  private final Twilio twilio = new Twilio(vertx);
  private final Channel channel = at(twilio.url(), "+4759440000");

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
      String path = "/2010-04-01/Accounts/" + SID + "/Messages.json";
      assertEquals("POST " + path, request.method() + " " + request.uri());
      assertEquals("application/x-www-form-urlencoded", request.getHeader("content-type"));
      assertTrue(String.valueOf(request.getHeader("authorization")).startsWith("Basic "));
      assertEquals("+4741234567", form.field("To").orElseThrow());
      boolean service = form.field("MessagingServiceSid").isPresent();
      assertEquals(!service, form.field("From").isPresent());
      assertTrue(
          form.field("StatusCallback")
              .orElseThrow()
              .matches("https://texts\\.example/hooks/twilio\\?key=[0-9a-f]{32}"));
      return form.field("Body").orElseThrow();
    }

    @Override
    protected void accept(HttpServerRequest request) {
      request
          .response()
          .setStatusCode(201)
          .end("{\"sid\":\"SM0123456789abcdef0123456789abcdef\",\"status\":\"queued\"}");
    }

    @Override
    protected void decline(HttpServerRequest request) {
      request.response().setStatusCode(429).end("{\"code\":20429,\"status\":429}");
    }
  }

  @Test
  void aMessagingServiceTakesTheSendersPlace() {
    assertTrue(get(at(twilio.url(), "MG01").hand(text())) instanceof Handed.Accepted);
  }

  @ParameterizedTest
  @CsvSource({
    "400, 21211, Refused[why=NUMBER]",
    "400, 21610, Refused[why=OPTED_OUT]",
    "400, 21614, Refused[why=NUMBER]",
    "400, 21617, Refused[why=TEXT]",
    "400, 21606, Refused[why=ACCOUNT]",
    "404, 20404, Refused[why=ACCOUNT]",
    "401, 20003, Refused[why=ACCOUNT]",
    "429, 20429, Refused[why=TOO_FAST]",
    "400, 0, Unknown[]",
    "307, 0, Unknown[]",
    "500, 20500, Unknown[]",
    "503, 20503, Unknown[]"
  })
  void whatTwilioAnswersIsReadForWhatIsCertain(int status, int code, String handed) {
    HttpServer server =
        get(
            vertx
                .createHttpServer()
                .requestHandler(
                    r -> r.response().setStatusCode(status).end("{\"code\":" + code + "}"))
                .listen(0, "127.0.0.1"));
    URI url = URI.create("http://127.0.0.1:" + server.actualPort());
    assertEquals(handed, get(at(url, "MG01").hand(text())).toString());
  }

  @Test
  void itKnowsNoKeysAndSaysSo() {
    assertFalse(channel.abilities().contains(Ability.KEYS));
    assertFalse(channel.abilities().contains(Ability.TEMPLATES));
  }

  private static Outgoing text() {
    var number = ((PhoneNumber.Textable) PhoneNumber.read("41234567")).number();
    return new Outgoing(TextId.fresh(), number, "Hei.", false);
  }

  private Channel at(URI url, String sender) {
    var account =
        new TwilioChannel.Account(url, SID, new Password(TOKEN), sender, Optional.empty());
    return new TwilioChannel(vertx, account, HOOKS);
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
    return List.of(TOKEN, SID);
  }
}
