package havn.channel.twilio;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import havn.channel.Outgoing;
import havn.channel.PhoneNumber;
import havn.channel.adapter.Form;
import havn.channel.adapter.NodeProgram;
import havn.kernel.id.TextId;
import havn.kernel.secret.Password;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Our request beside the one that Twilio's own library makes, which is generated from their
/// OpenAPI description.
class TwilioShapeTest {

  private static final String SID = "AC00000000000000000000000000000001";
  private static final String TOKEN = "f00dfeedf00dfeedf00dfeedf00dfeed";
  private static final TextId KEY = TextId.fresh();
  private static final String REPORTS = "https://texts.example/hooks/twilio?key=" + KEY.hex();

  private final Vertx vertx = Vertx.vertx();

  /// A request, as far as both make one.
  record Made(String line, String word, TreeMap<String, String> fields) {}

  @AfterEach
  void close() {
    get(vertx.close());
  }

  @Test
  void aTextFromANumber() {
    same(
        new JsonObject().put("from", "+4759440000").put("body", "Hei & hå\n🙂"),
        "+4759440000",
        Optional.empty(),
        "Hei & hå\n🙂",
        "");
  }

  @Test
  void aTextFromAMessagingService() {
    same(
        new JsonObject().put("messagingServiceSid", "MG01").put("body", "Hei"),
        "MG01",
        Optional.empty(),
        "Hei",
        "");
  }

  @Test
  void whatWeBeginOverWhatsApp() {
    same(
        new JsonObject()
            .put("from", "whatsapp:+4759440000")
            .put("contentSid", "HX01")
            .put("contentVariables", "{\"1\":\"Hei\"}"),
        "+4759440000",
        Optional.of("HX01"),
        "Hei",
        "whatsapp:");
  }

  private void same(
      JsonObject message, String sender, Optional<String> template, String text, String prefix) {
    message.put("to", prefix + "+4741234567").put("statusCallback", REPORTS);
    assertEquals(theirs(message), ours(sender, template, text));
  }

  private static Made theirs(JsonObject message) {
    try (NodeProgram node = new NodeProgram("twilio.cjs")) {
      JsonObject made =
          node.ask(
              new JsonObject().put("account", SID).put("token", TOKEN).put("message", message));
      TreeMap<String, String> fields = new TreeMap<>();
      made.getJsonObject("data").forEach(f -> fields.put(f.getKey(), "" + f.getValue()));
      return new Made(
          made.getString("method").toUpperCase()
              + " "
              + URI.create(made.getString("uri")).getPath(),
          made.getString("username") + ":" + made.getString("password"),
          fields);
    }
  }

  private Made ours(String sender, Optional<String> template, String text) {
    CompletableFuture<Made> made = new CompletableFuture<>();
    HttpServer server =
        get(
            vertx
                .createHttpServer()
                .requestHandler(
                    request ->
                        request
                            .body()
                            .onSuccess(
                                body -> {
                                  String basic = "" + request.getHeader("authorization");
                                  byte[] word = Base64.getDecoder().decode(basic.substring(6));
                                  made.complete(
                                      new Made(
                                          request.method() + " " + request.path(),
                                          new String(word, StandardCharsets.UTF_8),
                                          Form.read(body.toString()).orElseThrow().fields()));
                                  request.response().setStatusCode(201).end("{}");
                                }))
                .listen(0, "127.0.0.1"));
    URI url = URI.create("http://127.0.0.1:" + server.actualPort());
    var account = new TwilioChannel.Account(url, SID, new Password(TOKEN), sender, template);
    var channel = new TwilioChannel(vertx, account, URI.create("https://texts.example"));
    var number = ((PhoneNumber.Textable) PhoneNumber.read("41234567")).number();
    get(channel.hand(new Outgoing(KEY, number, text, false)));
    return made.join();
  }
}
