package havn.http;

import havn.kernel.time.DemoClock;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/// Lets the pages of a demonstration live on its clock. Without effect where the clock is the
/// machine's.
public final class DemoClockAnswers {

  private static final String HEAD = "<head>";
  private static final String TAG = "<script src=\"/demo-clock.js\"></script>";

  private DemoClockAnswers() {}

  /// Answers the script and, twice a second for each page, how fast the clock runs.
  public static void addTo(Router router, InstantSource clock) {
    if (clock instanceof DemoClock demo) {
      router
          .get("/demo-clock.json")
          .handler(
              context ->
                  context
                      .response()
                      .putHeader("content-type", "application/json")
                      .putHeader("cache-control", WebAnswers.NEVER)
                      .end(paces(demo)));
      String script = script();
      router
          .get("/demo-clock.js")
          .handler(
              context ->
                  context
                      .response()
                      .putHeader("content-type", "text/javascript; charset=utf-8")
                      .putHeader("cache-control", WebAnswers.NEVER)
                      .end(script.replace("PACES;", paces(demo) + ";")));
    }
  }

  /// The page, with the script before everything else.
  public static Future<Optional<WebFiles.WebFile>> on(
      InstantSource clock, Future<Optional<WebFiles.WebFile>> page) {
    return clock instanceof DemoClock
        ? page.map(found -> found.map(DemoClockAnswers::timed))
        : page;
  }

  private static WebFiles.WebFile timed(WebFiles.WebFile page) {
    String html = page.content().toString(StandardCharsets.UTF_8);
    return new WebFiles.WebFile(Buffer.buffer(html.replace(HEAD, HEAD + TAG)), page.type());
  }

  private static String paces(DemoClock clock) {
    JsonArray paces = new JsonArray();
    clock
        .paces()
        .forEach(
            pace ->
                paces.add(
                    new JsonObject()
                        .put("since", pace.since())
                        .put("shown", pace.shown())
                        .put("speed", pace.speed())));
    return paces.encode();
  }

  private static String script() {
    try (InputStream in = DemoClockAnswers.class.getResourceAsStream("demo-clock.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
