package havn.demo;

import havn.kernel.time.DemoClock;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.function.UnaryOperator;

/// `/clock`: what time it is in the demonstration, and how fast it runs.
final class ClockPage {

  private static final String SPEED = "[0-9]{1,3}";

  private final DemoClock clock;
  private final String publicUrl;
  private final UnaryOperator<String> texts;

  /// @param texts reads a file of this room
  ClockPage(DemoClock clock, String publicUrl, UnaryOperator<String> texts) {
    this.clock = clock;
    this.publicUrl = publicUrl;
    this.texts = texts;
  }

  void answer(HttpServerRequest request) {
    switch (request.method().name()) {
      case "GET" ->
          request
              .response()
              .putHeader("content-type", "text/html; charset=utf-8")
              .putHeader("cache-control", "no-store")
              .end(page());
      case "POST" ->
          request
              .setExpectMultipart(true)
              .end()
              .onSuccess(read -> run(request, String.valueOf(request.getFormAttribute("speed"))));
      default -> request.response().setStatusCode(405).end();
    }
  }

  private String page() {
    return texts
        .apply("clock.html")
        .replace("${public}", publicUrl)
        .replace("${speed}", Integer.toString(clock.paces().getLast().speed()));
  }

  private void run(HttpServerRequest request, String speed) {
    try {
      if (!speed.matches(SPEED)) {
        throw new IllegalArgumentException("no number");
      }
      clock.run(Integer.parseInt(speed));
      request.response().setStatusCode(303).putHeader("location", "/clock").end();
    } catch (IllegalArgumentException outOfBounds) {
      request
          .response()
          .setStatusCode(400)
          .putHeader("content-type", "text/plain; charset=utf-8")
          .end("speed is a whole number from 1 to " + DemoClock.FASTEST + "\n");
    } catch (IOException unwritable) {
      request.response().setStatusCode(500).end("the clock's file cannot be written\n");
    }
  }
}
