package havn.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.telemetry.Meters;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManagementPortTest {

  private final Vertx vertx = Vertx.vertx();
  private final Meters meters = new Meters();
  private final AtomicReference<Supplier<Future<Void>>> store =
      new AtomicReference<>(Future::succeededFuture);
  private final Readiness readiness =
      new Readiness(Map.of("redis", () -> store.get().get(), "postgres", Future::succeededFuture));
  private int port;

  @BeforeAll
  void open() throws Exception {
    port =
        ManagementPort.open(vertx, "127.0.0.1", 0, readiness, meters)
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS)
            .actualPort();
  }

  @AfterAll
  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    meters.close();
  }

  @Test
  void aProcessThatHasNotFinishedStartingIsLiveButNotReady() throws Exception {
    readiness.close();
    assertEquals(200, get("/live").statusCode());
    assertEquals(503, get("/ready").statusCode());
  }

  @Test
  void aServingProcessWithBothStoresIsReady() throws Exception {
    readiness.open();
    store.set(Future::succeededFuture);
    HttpResponse<String> answer = get("/ready");
    assertEquals(200, answer.statusCode());
    assertEquals(
        "{\"ready\":true,\"postgres\":true,\"redis\":true,\"serving\":true}", answer.body());
  }

  @Test
  void aStoreThatFailsOrHangsMakesItUnready() throws Exception {
    readiness.open();
    store.set(() -> Future.failedFuture("gone"));
    assertTrue(get("/ready").body().contains("\"redis\":false"));
    store.set(() -> Promise.<Void>promise().future());
    assertEquals(503, get("/ready").statusCode());
  }

  @Test
  void theMetricsShowWhatIsCounted() throws Exception {
    meters.count("havn.frames.refused", "code", "3501").one();
    meters.gauge("havn.connections", () -> 7, "role", "visitor");
    String page = get("/metrics").body();
    assertTrue(page.contains("havn_frames_refused_total{code=\"3501\"} 1.0"), page);
    assertTrue(page.contains("havn_connections{role=\"visitor\"} 7.0"), page);
    assertTrue(page.contains("jvm_memory_used_bytes"), page);
  }

  @Test
  void nothingElseIsThere() throws Exception {
    assertEquals(404, get("/").statusCode());
    assertEquals(405, send(HttpRequest.newBuilder(uri("/live")).DELETE().build()).statusCode());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri(path)).build());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static HttpResponse<String> send(HttpRequest request)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
