package havn.channel.adapter;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SelfSignedCertificate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is certain, and what is not, of a request over HTTP.
class GatewayTest {

  private final Vertx vertx = Vertx.vertx();
  private final Gateway gateway = new Gateway(vertx);
  private final List<String> asked = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    get(vertx.close());
  }

  @Test
  void aRedirectIsAnAnswerAndIsNotFollowed() {
    HttpServer server =
        serve(
            request ->
                request.response().setStatusCode(303).putHeader("location", "/elsewhere").end());
    assertEquals(new Gateway.Answer(303, ""), outcome(server));
    assertEquals(List.of("/here"), asked);
  }

  @Test
  void anAnswerOfMoreThan64KiBIsNone() {
    HttpServer server = serve(request -> request.response().end(Buffer.buffer(new byte[70_000])));
    assertInstanceOf(Gateway.Silent.class, outcome(server));
  }

  @Test
  void aConnectionThatBreaksAfterTheRequestLeavesItUnknown() {
    HttpServer server = serve(request -> request.connection().close());
    assertInstanceOf(Gateway.Silent.class, outcome(server));
  }

  @Test
  void anAnswerThatBreaksOffLeavesItUnknown() {
    HttpServer server =
        serve(
            request -> {
              request.response().putHeader("content-length", "100").write("half");
              request.connection().close();
            });
    assertInstanceOf(Gateway.Silent.class, outcome(server));
  }

  @Test
  void whoeverHasNoCertificateThatIsTrustedIsToldNothing() {
    var certificate = SelfSignedCertificate.create("127.0.0.1");
    HttpServer server =
        serve(
            new HttpServerOptions().setSsl(true).setKeyCertOptions(certificate.keyCertOptions()),
            request -> request.response().end());
    assertInstanceOf(
        Gateway.Unreached.class,
        get(gateway.post("https://127.0.0.1:" + server.actualPort() + "/", Map.of(), "word")));
    assertTrue(asked.isEmpty());
  }

  @Test
  void moreThanMayWaitAreUnreachedAndNoneIsLost() {
    HttpServer server = serve(request -> {});
    List<Future<Gateway.Outcome>> outcomes =
        IntStream.range(0, 100).mapToObj(i -> gateway.post(url(server), Map.of(), "")).toList();
    long unreached = outcomes.stream().filter(f -> get(f) instanceof Gateway.Unreached).count();
    assertTrue(unreached >= 100 - Gateway.MOST_CONNECTIONS - Gateway.MOST_WAITING, "" + unreached);
  }

  private HttpServer serve(Handler<HttpServerRequest> handler) {
    return serve(new HttpServerOptions(), handler);
  }

  private HttpServer serve(HttpServerOptions options, Handler<HttpServerRequest> handler) {
    return get(
        vertx
            .createHttpServer(options)
            .requestHandler(
                request -> {
                  asked.add(request.path());
                  handler.handle(request);
                })
            .listen(0, "127.0.0.1"));
  }

  private Gateway.Outcome outcome(HttpServer server) {
    return get(gateway.post(url(server), Map.of(), "word"));
  }

  private static String url(HttpServer server) {
    return "http://127.0.0.1:" + server.actualPort() + "/here";
  }
}
