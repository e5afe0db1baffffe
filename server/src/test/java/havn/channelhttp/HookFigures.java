package havn.channelhttp;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import havn.channel.TestProvider;
import havn.channel.simulator.SimulatorHook;
import havn.correspondence.CorrespondenceForTests;
import havn.kernel.secret.Password;
import havn.kernel.time.SystemTime;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/// How many webhooks a core carries, from the socket to the answer: HTTP, the provider's signature,
/// and what is kept. The processor time is that of the threads that serve; those who ask and the
/// database beside are not in it. Not part of the checks: `ops/havn-load hooks`.
class HookFigures {

  private static final int AT_A_TIME = 32;
  private static final int TEXTS = 2_000;
  private static final int OTHERS = 20_000;
  private static final Duration APART = Duration.ofMillis(6);
  private static final Password SECRET = Password.fresh();

  private final List<String> report = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicReference<Instant> at = new AtomicReference<>();
  private URI hook = URI.create("http://127.0.0.1");

  @Test
  void ofHooks() throws Exception {
    Vertx vertx = Vertx.vertx();
    try (CorrespondenceForTests house = new CorrespondenceForTests(new TestProvider())) {
      at.set(house.now);
      Inlet inlet =
          new Inlet(
              Map.of("simulator", new SimulatorHook(SECRET)),
              named -> Set.of(CorrespondenceForTests.SERVICE),
              house.one::told);
      Router router = Router.router(vertx);
      new HookRoutes(inlet, HookRoutes.Limits.by(at::get)).addTo(router);
      HttpServer server =
          get(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
      hook = URI.create("http://127.0.0.1:" + server.actualPort() + "/hooks/simulator");
      measure("forged ones, refused", OTHERS, HookFigures::report, 403);
      measure("reports of texts that nobody knows", OTHERS, HookFigures::report, 204);
      measure(
          "texts, stretched, sealed to 1 device, answered by itself",
          TEXTS,
          HookFigures::text,
          204);
    } finally {
      get(vertx.close());
    }
    Path file = Path.of("target/loadtest/hooks.txt");
    Files.createDirectories(file.getParent());
    Files.write(file, report);
  }

  /// A third more come before it is measured.
  private void measure(String what, int count, IntFunction<String> body, int status)
      throws InterruptedException {
    ask(count, count / 3, body, status);
    long processor = served();
    long from = SystemTime.monotonicNanos();
    ask(0, count, body, status);
    double seconds = (SystemTime.monotonicNanos() - from) / 1e9;
    double each = (served() - processor) / 1e6 / count;
    report.add(
        String.format(
            Locale.ROOT,
            "%s: %.0f a second, %.2f ms of a core each: %.0f a second on one core",
            what,
            count / seconds,
            each,
            1_000 / each));
  }

  private void ask(int first, int count, IntFunction<String> body, int status)
      throws InterruptedException {
    Semaphore under = new Semaphore(AT_A_TIME);
    AtomicInteger taken = new AtomicInteger();
    for (int i = first; i < first + count; i++) {
      at.updateAndGet(now -> now.plus(APART));
      under.acquire();
      client
          .sendAsync(request(body.apply(i), status), HttpResponse.BodyHandlers.discarding())
          .whenComplete(
              (answer, failure) -> {
                taken.addAndGet(failure == null && answer.statusCode() == status ? 1 : 0);
                under.release();
              });
    }
    under.acquire(AT_A_TIME);
    assertEquals(count, taken.get());
  }

  private HttpRequest request(String body, int status) {
    String signed = SimulatorHook.signature(SECRET, body.getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(hook)
        .header(SimulatorHook.SIGNATURE, status == 403 ? "0".repeat(64) : signed)
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private static String report(int text) {
    return "{\"texts\":[],\"reports\":[{\"key\":\"%032x\",\"delivery\":\"delivered\"}]}"
        .formatted(text);
  }

  private static String text(int text) {
    return "{\"texts\":[{\"id\":\"in %d\",\"from\":\"+47%d\",\"text\":\"Hei\"}],\"reports\":[]}"
        .formatted(text, 41_000_000 + text);
  }

  /// Processor time of all threads of Vert.x, in nanoseconds.
  private static long served() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long all = 0;
    for (long id : threads.getAllThreadIds()) {
      ThreadInfo thread = threads.getThreadInfo(id);
      if (thread != null && thread.getThreadName().startsWith("vert.x-")) {
        all += threads.getThreadCpuTime(id);
      }
    }
    return all;
  }
}
