package havn.demo;

import havn.kernel.time.DemoClock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The website of a centre for equality and health, as it would embed the chat. `?service=` chooses
/// the service, `?lang=en` the language.
final class HostPage {

  private static final Set<String> SERVICES = Set.of("pro-mann", "nadheim", "rosa");

  private final Vertx vertx;
  private final String publicUrl;
  private final Optional<ClockPage> clock;
  private final PhonePage phone;
  private final Web web = new Web();

  private HostPage(Vertx vertx, String publicUrl, Air air, InstantSource clock) {
    this.vertx = vertx;
    this.publicUrl = publicUrl;
    this.phone = new PhonePage(vertx, air, HostPage::text);
    this.clock =
        clock instanceof DemoClock demo
            ? Optional.of(new ClockPage(demo, publicUrl, HostPage::text))
            : Optional.empty();
  }

  /// @param clock with a [DemoClock], there is a page that sets how fast it runs
  static Future<HttpServer> open(
      Vertx vertx, int port, String publicUrl, Air air, InstantSource clock) {
    return vertx
        .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(port))
        .requestHandler(new HostPage(vertx, publicUrl, air, clock)::answer)
        .listen();
  }

  private void answer(HttpServerRequest request) {
    if (String.valueOf(request.path()).startsWith("/phone")) {
      phone.answer(request);
      return;
    }
    var response = request.response();
    switch (String.valueOf(request.path())) {
      case "/" ->
          vertx
              .executeBlocking(() -> page(service(request), language(request)))
              .onSuccess(
                  page ->
                      response
                          .putHeader("content-type", "text/html; charset=utf-8")
                          .putHeader("cache-control", "no-store")
                          .setStatusCode(page.isPresent() ? 200 : 503)
                          .end(page.orElse("The demo is still starting; reload in a moment.")));
      case "/style.css" ->
          response.putHeader("content-type", "text/css; charset=utf-8").end(text("host.css"));
      case "/clock" ->
          clock.ifPresentOrElse(
              page -> page.answer(request), () -> response.setStatusCode(404).end());
      case "/clock.js" ->
          response
              .putHeader("content-type", "text/javascript; charset=utf-8")
              .end(text("clock.js"));
      default -> response.setStatusCode(404).end();
    }
  }

  /// The page with the snippet that the server describes; empty until it does.
  private Optional<String> page(String service, String language) {
    return web.json(publicUrl + "/loader.json")
        .flatMap(
            loader ->
                web.pin(publicUrl)
                    .map(
                        pin ->
                            text("host-" + language + ".html")
                                .replace("${src}", address(loader.getString("src")))
                                .replace("${integrity}", loader.getString("integrity"))
                                .replace("${service}", service)
                                .replace("${pin}", pin)));
  }

  /// The loader's own address, which the server may give as a path.
  private String address(String src) {
    return src.startsWith("/") ? publicUrl + src : src;
  }

  private static String service(HttpServerRequest request) {
    String asked = request.getParam("service");
    return asked != null && SERVICES.contains(asked) ? asked : "pro-mann";
  }

  private static String language(HttpServerRequest request) {
    return "en".equals(request.getParam("lang")) ? "en" : "nb";
  }

  private static String text(String name) {
    try (InputStream in = HostPage.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
