package havn.channel.sveve;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

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
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against a peer with the shape of https://sveve.no/apidok (parameters, answers, 5 requests at
/// once).
class SveveChannelTest extends ChannelContract {

  private static final String WORD = "api-word-7c1f";

  private final Vertx vertx = Vertx.vertx();
  private final Sveve sveve = new Sveve(vertx);
  private final Channel channel = at(sveve.url());

  @AfterEach
  void close() {
    get(vertx.close());
  }

  private static final class Sveve extends HttpPeer {

    Sveve(Vertx vertx) {
      super(vertx);
    }

    @Override
    protected String taken(HttpServerRequest request, String body) {
      JsonObject asked = new JsonObject(body);
      assertEquals("POST /SMS/SendMessage", request.method() + " " + request.uri());
      assertEquals("helpline " + WORD, asked.getString("user") + " " + asked.getString("passwd"));
      assertEquals("41234567", asked.getString("to"));
      assertEquals(32, asked.getString("ref").length());
      assertEquals("json", asked.getString("f"));
      assertEquals(true, asked.getBoolean("reply"));
      assertNull(asked.getString("from"));
      return asked.getString("msg");
    }

    @Override
    protected void accept(HttpServerRequest request) {
      request
          .response()
          .end("{\"response\":{\"msgOkCount\":1,\"stdSMSCount\":1,\"ids\":[42824112]}}");
    }

    @Override
    protected void decline(HttpServerRequest request) {
      request.response().setStatusCode(429).end();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | {\"response\":{\"fatalError\":\"Feil brukernavn/passord\"}} | Refused[why=ACCOUNT]",
        "200 | {\"response\":{\"msgOkCount\":0,\"errors\":[{\"number\":\"1\",\"message\":\"x\"}]}}"
            + " | Refused[why=NUMBER]",
        "200 | {\"response\":{\"msgOkCount\":1,\"ids\":[]}} | Accepted",
        "200 | {\"response\":{\"msgOkCount\":0}} | Unknown",
        "200 | <html> | Unknown",
        "302 | '' | Unknown",
        "401 | '' | Refused[why=ACCOUNT]",
        "500 | '' | Unknown",
        "503 | '' | Unknown"
      })
  void whatSveveAnswersIsReadForWhatIsCertain(int status, String body, String handed) {
    HttpServer server =
        get(
            vertx
                .createHttpServer()
                .requestHandler(r -> r.response().setStatusCode(status).end(body))
                .listen(0, "127.0.0.1"));
    Handed read = get(at(URI.create("http://127.0.0.1:" + server.actualPort())).hand(text()));
    assertEquals(handed, read.toString().replaceFirst("^(Accepted|Unknown)\\[.*", "$1"));
  }

  private static Outgoing text() {
    var number = ((PhoneNumber.Textable) PhoneNumber.read("41234567")).number();
    return new Outgoing(TextId.fresh(), number, "Hei.", false);
  }

  private Channel at(URI url) {
    return new SveveChannel(
        vertx, new SveveChannel.Account(url, "helpline", new Password(WORD), Optional.empty()));
  }

  @Override
  protected Channel channel() {
    return channel;
  }

  @Override
  protected Provider provider() {
    return sveve;
  }

  @Override
  protected List<String> secrets() {
    return List.of(WORD, "helpline");
  }
}
