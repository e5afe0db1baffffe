package havn.channel.whatsapp;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.channel.Ability;
import havn.channel.Channel;
import havn.channel.ChannelContract;
import havn.channel.Handed;
import havn.channel.Outgoing;
import havn.channel.PhoneNumber;
import havn.channel.adapter.HttpPeer;
import havn.kernel.id.TextId;
import havn.kernel.secret.Password;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against a peer with the shape of `POST /{Version}/{Phone-Number-ID}/messages` in Meta's OpenAPI
/// description (facebook/openapi, `business-messaging-api_v23.0.yaml`).
class WhatsAppChannelTest extends ChannelContract {

  private static final String TOKEN = "EAAG-access-token";

  private final Vertx vertx = Vertx.vertx();
  private final Meta meta = new Meta(vertx);
  private final Channel channel = at(meta.url());

  @AfterEach
  void close() {
    get(vertx.close());
  }

  private static final class Meta extends HttpPeer {

    Meta(Vertx vertx) {
      super(vertx);
    }

    @Override
    protected String taken(HttpServerRequest request, String body) {
      JsonObject asked = new JsonObject(body);
      assertEquals("POST /v23.0/106540352242922/messages", request.method() + " " + request.uri());
      assertEquals("Bearer " + TOKEN, request.getHeader("authorization"));
      assertEquals("whatsapp", asked.getString("messaging_product"));
      assertEquals(32, asked.getString("biz_opaque_callback_data").length());
      assertTrue(asked.containsKey("to") != asked.containsKey("recipient"));
      if (asked.getString("type").equals("text")) {
        assertNull(asked.getJsonObject("template"));
        return asked.getJsonObject("text").getString("body");
      }
      JsonObject template = asked.getJsonObject("template");
      assertEquals("contact", template.getString("name"));
      assertEquals("nb", template.getJsonObject("language").getString("code"));
      JsonObject component = template.getJsonArray("components").getJsonObject(0);
      assertEquals("body", component.getString("type"));
      String text = component.getJsonArray("parameters").getJsonObject(0).getString("text");
      assertFalse(text.contains("\n") || text.contains("    "));
      return text;
    }

    @Override
    protected void accept(HttpServerRequest request) {
      request
          .response()
          .end(
              "{\"messaging_product\":\"whatsapp\",\"messages\":[{\"id\":\"wamid."
                  + "A".repeat(90)
                  + "\"}]}");
    }

    @Override
    protected void decline(HttpServerRequest request) {
      request.response().setStatusCode(400).end("{\"error\":{\"code\":130429}}");
    }
  }

  @Test
  void whatWeBeginIsTheTemplateOnOneLine() {
    assertTrue(channel.abilities().contains(Ability.TEMPLATES));
    var begun = new Outgoing(TextId.fresh(), number(), "Gratis hjelp.\n\nSvar STOPP", false);
    assertInstanceOf(Handed.Accepted.class, get(channel.hand(begun)));
    assertEquals(List.of("Gratis hjelp. Svar STOPP"), meta.arrived());
  }

  @ParameterizedTest
  @CsvSource({
    "400, 131047, Refused[why=TEXT]",
    "400, 131026, Refused[why=NUMBER]",
    "400, 131050, Refused[why=OPTED_OUT]",
    "400, 132001, Refused[why=ACCOUNT]",
    "401, 190, Refused[why=ACCOUNT]",
    "403, 10, Refused[why=ACCOUNT]",
    "400, 131056, Refused[why=TOO_FAST]",
    "429, 4, Refused[why=TOO_FAST]",
    "400, 131000, Unknown[]",
    "500, 131000, Unknown[]",
    "503, 131016, Unknown[]",
    "302, 0, Unknown[]",
    "200, 0, Unknown[]"
  })
  void whatMetaAnswersIsReadForWhatIsCertain(int status, int code, String handed) {
    HttpServer server =
        get(
            vertx
                .createHttpServer()
                .requestHandler(
                    r ->
                        r.response()
                            .setStatusCode(status)
                            .end("{\"error\":{\"code\":" + code + "}}"))
                .listen(0, "127.0.0.1"));
    var text = new Outgoing(TextId.fresh(), number(), "Hei.", true);
    URI url = URI.create("http://127.0.0.1:" + server.actualPort());
    assertEquals(handed, get(at(url).hand(text)).toString());
  }

  private static PhoneNumber number() {
    return ((PhoneNumber.Textable) PhoneNumber.read("41234567")).number();
  }

  private Channel at(URI url) {
    return new WhatsAppChannel(
        vertx,
        new WhatsAppChannel.Account(
            url.resolve("/v23.0"), "106540352242922", new Password(TOKEN), "contact", "nb"));
  }

  @Override
  protected Channel channel() {
    return channel;
  }

  @Override
  protected Provider provider() {
    return meta;
  }

  @Override
  protected List<String> secrets() {
    return List.of(TOKEN);
  }
}
