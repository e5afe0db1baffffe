package havn.channelhttp;

import havn.http.OriginGate;
import havn.http.Problem;
import havn.login.ConsoleOrigin;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Answers consoles of our own origins, and nobody else (CORS, Fetch standard). Every request needs
/// an Origin, reading too: browsers send one from another port.
final class CrossOrigin implements Handler<RoutingContext> {

  private static final String REMEMBER_SECONDS = "600";

  private final Set<String> origins;
  private final OriginGate gate;

  CrossOrigin(List<ConsoleOrigin> origins) {
    this.origins = origins.stream().map(ConsoleOrigin::text).collect(Collectors.toSet());
    this.gate = new OriginGate(origins);
  }

  @Override
  public void handle(RoutingContext context) {
    HttpServerResponse response = context.response();
    response
        .putHeader("vary", "Origin")
        .putHeader("content-security-policy", "default-src 'none'; frame-ancestors 'none'")
        .putHeader("cross-origin-resource-policy", "same-site")
        .putHeader("referrer-policy", "no-referrer")
        .putHeader("x-content-type-options", "nosniff");
    List<String> asked = context.request().headers().getAll("origin");
    if (asked.size() != 1 || !origins.contains(asked.getFirst())) {
      Problem.of(403, "This page may not ask that.").answer(context);
      return;
    }
    response
        .putHeader("access-control-allow-origin", asked.getFirst())
        .putHeader("access-control-allow-credentials", "true");
    if (context.request().method().equals(HttpMethod.OPTIONS)) {
      response
          .putHeader("access-control-allow-methods", "GET, POST")
          .putHeader("access-control-allow-headers", "content-type")
          .putHeader("access-control-max-age", REMEMBER_SECONDS)
          .setStatusCode(204)
          .end();
      return;
    }
    gate.handle(context);
  }
}
