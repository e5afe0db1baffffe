package havn.publichttp;

import havn.http.Answers;
import havn.http.DemoClockAnswers;
import havn.http.WebAnswers;
import havn.http.WebFiles;
import havn.service.Service;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// The loader, the widget's page embedded or standing alone, the small window that records, and the
/// page where people ask whether a text was ours.
final class WidgetPages {

  private static final String LOADER_CACHING = "public, max-age=300";

  private final PublicParts parts;
  private final WebFiles files;
  private final WidgetPolicy policy;

  WidgetPages(PublicParts parts, WebFiles files) {
    this.parts = parts;
    this.files = files;
    this.policy = new WidgetPolicy(parts.publicUrl());
  }

  void addTo(Router router) {
    router.get("/frame/:service").handler(context -> page(context, true));
    router.get("/chat/:service").handler(context -> page(context, false));
    router.get("/voice").handler(this::voice);
    router.get("/proof/:service").handler(this::proof);
    router.get("/assets/:name").handler(this::asset);
    router.get("/loader.js").handler(this::loader);
    router.get("/loader.json").handler(this::snippet);
    WebAnswers.noIcon(router);
    DemoClockAnswers.addTo(router, parts.clock());
  }

  private void page(RoutingContext context, boolean embedded) {
    Optional<Service> service = ServiceRoutes.named(context, parts.services());
    if (service.isEmpty()) {
      ServiceRoutes.unknown(context);
      return;
    }
    List<String> ancestors = embedded ? service.get().origins() : List.of();
    context
        .response()
        .putHeader("content-security-policy", policy.framedBy(ancestors))
        .putHeader(
            "permissions-policy",
            "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()");
    WebAnswers.send(
        context, DemoClockAnswers.on(parts.clock(), files.page("widget.html")), WebAnswers.NEVER);
  }

  /// Browsers give a sandboxed page no microphone, so this one has an origin; it has no connection.
  private void voice(RoutingContext context) {
    context
        .response()
        .putHeader("content-security-policy", WidgetPolicy.VOICE)
        .putHeader("permissions-policy", "microphone=(self), camera=(), geolocation=()");
    WebAnswers.send(context, files.page("voice.html"), WebAnswers.NEVER);
  }

  private void proof(RoutingContext context) {
    if (ServiceRoutes.named(context, parts.services()).isEmpty()) {
      ServiceRoutes.unknown(context);
      return;
    }
    context
        .response()
        .putHeader("content-security-policy", WidgetPolicy.PROOF)
        .putHeader("permissions-policy", "microphone=(), camera=(), geolocation=()");
    WebAnswers.send(context, files.page("proof.html"), WebAnswers.NEVER);
  }

  private void asset(RoutingContext context) {
    String name = String.valueOf(context.pathParam("name"));
    WebAnswers.send(context, files.asset(name), WebAnswers.FOR_EVER);
  }

  private void loader(RoutingContext context) {
    WebAnswers.send(context, files.page("loader.js"), LOADER_CACHING);
  }

  private void snippet(RoutingContext context) {
    Answers.after(
        context,
        files.page("loader.json"),
        found -> {
          if (found.isEmpty()) {
            context.fail(404);
            return;
          }
          JsonObject built = found.get().content().toJsonObject();
          URI src = parts.publicUrl().resolve(built.getString("src"));
          Answers.json(
              context,
              200,
              new JsonObject()
                  .put("src", src.toString())
                  .put("integrity", built.getString("integrity")));
        });
  }
}
