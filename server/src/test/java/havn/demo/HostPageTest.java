package havn.demo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.kernel.secret.Password;
import havn.kernel.time.SystemTime;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostPageTest {

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() throws Exception {
    done(vertx.close());
  }

  @Test
  void theSnippetCarriesTheLoadersIntegrityTheServiceAndThePin() throws Exception {
    String server = "http://localhost:" + server(trust()).actualPort();
    HttpServer host = done(HostPage.open(vertx, 0, server, air(), SystemTime.wall()));
    try (Web web = new Web()) {
      String page =
          web.page("http://localhost:" + host.actualPort() + "/?service=rosa").orElseThrow();
      // SHA-256 of the payload "root", in base64url.
      String pin = "SBNJTRN-FjG7owHVrKtue7eqdM4RhdRWVl71HXN2d7I";
      assertTrue(
          page.contains(
              "<script src=\""
                  + server
                  + "/loader.js\" integrity=\"sha384-abc\" crossorigin=\"anonymous\""
                  + " data-service=\"rosa\" data-pin=\""
                  + pin
                  + "\" async>"),
          page);
    }
  }

  @Test
  void anUnknownServiceIsNeverPutIntoThePage() throws Exception {
    String server = "http://localhost:" + server(trust()).actualPort();
    HttpServer host = done(HostPage.open(vertx, 0, server, air(), SystemTime.wall()));
    try (Web web = new Web()) {
      String address = "http://localhost:" + host.actualPort() + "/?service=%22%3E%3Cb";
      assertTrue(web.page(address).orElseThrow().contains("data-service=\"pro-mann\""));
    }
  }

  @Test
  void thereIsNoPageBeforeARosterIsPublished() throws Exception {
    String server = "http://localhost:" + server(new JsonObject()).actualPort();
    HttpServer host = done(HostPage.open(vertx, 0, server, air(), SystemTime.wall()));
    try (Web web = new Web()) {
      assertTrue(web.page("http://localhost:" + host.actualPort() + "/").isEmpty());
    }
  }

  private HttpServer server(JsonObject trust) throws Exception {
    JsonObject loader = new JsonObject().put("src", "/loader.js").put("integrity", "sha384-abc");
    return done(
        vertx
            .createHttpServer()
            .requestHandler(
                request ->
                    request
                        .response()
                        .end(
                            "/loader.json".equals(request.path())
                                ? loader.toBuffer()
                                : trust.toBuffer()))
            .listen(0, "127.0.0.1"));
  }

  private static JsonObject trust() {
    String payload = Base64.getEncoder().encodeToString("root".getBytes(StandardCharsets.UTF_8));
    return new JsonObject()
        .put("roots", new JsonArray().add(new JsonObject().put("payload", payload)))
        .put("roster", new JsonObject());
  }

  private static <T> T done(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private Air air() {
    return new Air(vertx, "http://127.0.0.1:1/hooks/simulator", Password.fresh());
  }
}
