package havn.deskhttp;

import havn.http.DemoClockAnswers;
import havn.http.WebAnswers;
import havn.http.WebFiles;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The console's files, and the headers of everything the desk port answers.
final class ConsolePages {

  private final WebFiles files;
  private final String policy;
  private final InstantSource clock;

  ConsolePages(WebFiles files, DeskParts.Site site, InstantSource clock) {
    this.files = files;
    this.clock = clock;
    this.policy = policy(site);
  }

  void addTo(Router router) {
    router.get("/").handler(this::page);
    router.get("/assets/:name").handler(this::asset);
    WebAnswers.noIcon(router);
    DemoClockAnswers.addTo(router, clock);
  }

  /// Headers that keep a console from being framed, read or fed by others.
  void headers(RoutingContext context) {
    HttpServerResponse response = context.response();
    response
        .putHeader("content-security-policy", policy)
        .putHeader("cross-origin-opener-policy", "same-origin")
        .putHeader("cross-origin-resource-policy", "same-origin")
        .putHeader("cross-origin-embedder-policy", "require-corp")
        .putHeader("referrer-policy", "no-referrer")
        .putHeader("x-content-type-options", "nosniff")
        .putHeader("x-frame-options", "DENY")
        .putHeader(
            "permissions-policy",
            "camera=(), geolocation=(), microphone=(self), payment=(), usb=(), interest-cohort=()");
    if (context.request().isSSL()) {
      response.putHeader("strict-transport-security", "max-age=31536000");
    }
    context.next();
  }

  private void page(RoutingContext context) {
    WebAnswers.send(
        context, DemoClockAnswers.on(clock, files.page("console.html")), WebAnswers.NEVER);
  }

  private void asset(RoutingContext context) {
    String name = String.valueOf(context.pathParam("name"));
    WebAnswers.send(context, files.asset(name), WebAnswers.FOR_EVER);
  }

  /// WebSockets of the same host are listed by name, because older browsers do not count them as
  /// 'self'; the role channels has a port of its own.
  private static String policy(DeskParts.Site site) {
    String others =
        site.origins().stream()
            .flatMap(
                origin ->
                    Stream.concat(
                        Stream.of(origin.text().replaceFirst("^http", "ws")),
                        site.channels().map(origin::at).stream()))
            .collect(Collectors.joining(" "));
    return String.join(
        "; ",
        "default-src 'none'",
        // Argon2id for the printed kit is WebAssembly, in a worker of its own.
        "script-src 'self' 'wasm-unsafe-eval'",
        "worker-src blob:",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "media-src 'self' blob:",
        "connect-src 'self' " + others,
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'");
  }
}
