package havn.channelhttp;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import havn.channel.Hook;
import havn.channel.TestProvider;
import havn.channel.simulator.SimulatorHook;
import havn.correspondence.CorrespondenceForTests;
import havn.kernel.id.ServiceId;
import havn.kernel.secret.Password;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What comes to `/hooks/`, from a provider and from whoever pretends to be one.
class HooksOverHttpTest {

  private static final int TEN_THOUSAND = 10_000;
  private static final int AT_A_TIME = 32;
  private static final Password SECRET = Password.fresh();
  private static final String TEXT =
      "{\"texts\":[{\"id\":\"a\",\"from\":\"+4741234567\",\"text\":\"Hei\"}],\"reports\":[]}";

  private final Vertx vertx = Vertx.vertx();
  private final TestProvider provider = new TestProvider();
  private final CorrespondenceForTests house = new CorrespondenceForTests(provider);
  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer server;
  private Set<ServiceId> carried = Set.of(CorrespondenceForTests.SERVICE);
  private final AtomicReference<Instant> at = new AtomicReference<>(house.now);

  HooksOverHttpTest() throws Exception {}

  @BeforeEach
  void open() {
    Router router = Router.router(vertx);
    Inlet inlet =
        new Inlet(
            Map.of("simulator", new SimulatorHook(SECRET)), named -> carried, house.one::told);
    new HookRoutes(inlet, HookRoutes.Limits.by(at::get)).addTo(router);
    server = get(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
  }

  @AfterEach
  void close() {
    get(server.close());
    get(vertx.close());
    house.close();
  }

  @Test
  void whatTheProviderSignedIsKeptOnceHoweverOftenItComes() throws Exception {
    assertEquals(204, send(TEXT, signed(TEXT)));
    assertEquals(204, send(TEXT, signed(TEXT)));
    assertEquals(1, received());
  }

  @Test
  void whatIsForgedOrChangedIsNotBelieved() throws Exception {
    String other = TEXT.replace("Hei", "Hai");
    for (String signature :
        List.of("", "00", signed(other), signed(TEXT).toUpperCase(Locale.ROOT))) {
      assertEquals(403, send(TEXT, signature), signature);
    }
    assertEquals(0, received());
  }

  @Test
  void whatIsSignedAndMakesNoSenseIsRefusedWithoutRepeatingIt() throws Exception {
    for (String body : List.of("", "[]", "{\"texts\":7}", "{\"texts\":[{}],\"reports\":[]}")) {
      HttpResponse<String> answer = answer(body, signed(body), "");
      assertEquals(400, answer.statusCode(), body);
      assertFalse(answer.body().contains("texts"), answer.body());
    }
    assertEquals(0, received());
  }

  @Test
  void aBodyThatIsTooLargeIsNotRead() throws Exception {
    String body = " ".repeat(Hook.LONGEST_BODY + 1);
    assertEquals(413, send(body, signed(body)));
  }

  @Test
  void whatCannotBeKeptComesAgain() throws Exception {
    house.later(Duration.ofDays(9));
    assertEquals(503, send(TEXT, signed(TEXT)));
  }

  @Test
  void aProviderOfSeveralServicesNamesOneUnlessItReportsOnly() throws Exception {
    carried = Set.of(CorrespondenceForTests.SERVICE, new ServiceId("nadheim"));
    assertEquals(404, send(TEXT, signed(TEXT)));
    assertEquals(404, answer(TEXT, signed(TEXT), "?service=rosa").statusCode());
    assertEquals(204, answer(TEXT, signed(TEXT), "?service=pro-mann").statusCode());
    String stop = TEXT.replace("Hei", "STOPP").replace("\"a\"", "\"b\"");
    assertEquals(404, send(stop, signed(stop)));
    assertEquals(1, get(house.optOuts.all()).size(), "a stop counts without a service");
    assertEquals(204, send(report(), signed(report())));
  }

  @Test
  void anUnknownProviderFindsNothing() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(address("/hooks/other"))
            .POST(HttpRequest.BodyPublishers.ofString(TEXT))
            .build();
    assertEquals(404, client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode());
  }

  @Test
  void aFloodIsToldToComeBack() throws Exception {
    String report = report();
    int refused = 0;
    for (int i = 0; i < HookRoutes.AT_ONCE + 20; i++) {
      refused += send(report, signed(report)) == 429 ? 1 : 0;
    }
    assertEquals(20, refused);
  }

  @Test
  void asManyForgedOnesAsAreReadKeepNoGenuineOneOutAndMoreAreToldToComeBack() throws Exception {
    for (int i = 0; i < HookRoutes.AT_ONCE + 20; i++) {
      assertEquals(403, send("x", "00"));
    }
    assertEquals(204, send(TEXT, signed(TEXT)));
    int refused = 0;
    for (int i = 0; i < HookRoutes.ANYBODYS_AT_ONCE - HookRoutes.AT_ONCE; i++) {
      refused += send("x", "00") == 429 ? 1 : 0;
    }
    assertEquals(21, refused);
  }

  @Test
  void tenThousandInAMinuteAreAllTaken() throws Exception {
    Semaphore under = new Semaphore(AT_A_TIME);
    AtomicInteger taken = new AtomicInteger();
    for (int i = 0; i < TEN_THOUSAND; i++) {
      at.set(house.now.plus(Duration.ofMinutes(1).multipliedBy(i).dividedBy(TEN_THOUSAND)));
      String report = report(i);
      under.acquire();
      client
          .sendAsync(request(report, signed(report), ""), HttpResponse.BodyHandlers.discarding())
          .whenComplete(
              (answer, failure) -> {
                taken.addAndGet(failure == null && answer.statusCode() == 204 ? 1 : 0);
                under.release();
              });
    }
    under.acquire(AT_A_TIME);
    assertEquals(TEN_THOUSAND, taken.get());
  }

  @Test
  void whatTheContentIsCalledChangesNothingThatIsBelieved() throws Exception {
    for (String type : List.of("text/xml", "application/x-www-form-urlencoded", "nonsense", "")) {
      assertEquals(204, sent(TEXT, type), type);
      assertEquals(403, sent(TEXT.replace("Hei", "Hai"), signed(TEXT), type), type);
    }
    assertEquals(1, received());
    String broken = "%zz&=%&&a=%e0%a4%a&" + "b=".repeat(5_000);
    assertEquals(400, sent(broken, "application/x-www-form-urlencoded"));
    String parts = "--x\r\ncontent-disposition: form-data; name=a; filename=b\r\n\r\nc\r\n--x--";
    assertEquals(403, sent(parts, "multipart/form-data; boundary=x"), "its bytes are not kept");
    assertEquals(204, send(TEXT, signed(TEXT)));
  }

  private static String report() {
    return report(0);
  }

  /// Of another text each time.
  private static String report(int text) {
    String delivery = List.of("sent", "failed", "delivered").get(text % 3);
    return "{\"texts\":[],\"reports\":[{\"key\":\"%032x\",\"delivery\":\"%s\"}]}"
        .formatted(text, delivery);
  }

  private int sent(String body, String type) throws IOException, InterruptedException {
    return sent(body, signed(body), type);
  }

  private int sent(String body, String signature, String type)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(request(body, signature, ""), (name, value) -> true)
            .setHeader("content-type", type)
            .build();
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private long received() {
    return house.states().stream().filter(state -> state.equals("in received")).count();
  }

  private int send(String body, String signature) throws IOException, InterruptedException {
    return answer(body, signature, "").statusCode();
  }

  private HttpResponse<String> answer(String body, String signature, String query)
      throws IOException, InterruptedException {
    return client.send(request(body, signature, query), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest request(String body, String signature, String query) {
    return HttpRequest.newBuilder(address("/hooks/simulator" + query))
        .header(SimulatorHook.SIGNATURE, signature)
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private URI address(String target) {
    return URI.create("http://127.0.0.1:" + server.actualPort() + target);
  }

  private static String signed(String body) {
    return SimulatorHook.signature(SECRET, body.getBytes(StandardCharsets.UTF_8));
  }
}
