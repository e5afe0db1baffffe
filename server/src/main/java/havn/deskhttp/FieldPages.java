package havn.deskhttp;

import havn.http.DemoClockAnswers;
import havn.http.WebAnswers;
import havn.http.WebFiles;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;

/// The page on which rounds are counted, and the worker that opens it without a network. Both stand
/// below `/field/`: a worker reaches no farther than the folder it is served from, so that this one
/// never comes between the console and its server.
record FieldPages(WebFiles files, InstantSource clock) {

  /// Nothing but this page's own files and the desk port; the one page that may have such a worker.
  private static final String PAGE_POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "worker-src 'self'",
          "style-src 'self'",
          "img-src 'self'",
          "connect-src 'self'",
          "base-uri 'none'",
          "form-action 'none'",
          "frame-ancestors 'none'",
          "require-trusted-types-for 'script'",
          "trusted-types havn-field");

  /// The worker fetches, and loads nothing more.
  private static final String WORKER_POLICY = "default-src 'none'; connect-src 'self'";

  void addTo(Router router) {
    router.get("/field/worker.js").handler(this::worker);
    router.get("/field/").handler(this::page);
    router
        .get("/field")
        .handler(
            context ->
                context.response().setStatusCode(308).putHeader("location", "/field/").end());
  }

  private void page(RoutingContext context) {
    context.response().putHeader("content-security-policy", PAGE_POLICY);
    WebAnswers.send(
        context, DemoClockAnswers.on(clock, files.page("field.html")), WebAnswers.NEVER);
  }

  private void worker(RoutingContext context) {
    context.response().putHeader("content-security-policy", WORKER_POLICY);
    WebAnswers.send(context, files.page("field-worker.js"), WebAnswers.NEVER);
  }
}
