package havn.publichttp;

import havn.http.ChatGate;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/// Every website may read the answers, without credentials; preflights are answered here.
final class OpenToAll implements Handler<RoutingContext> {

  private static final String HEADERS =
      String.join(", ", "content-type", TicketGate.HEADER, ChatGate.CHAT, CapabilityGate.HEADER);

  @Override
  public void handle(RoutingContext context) {
    HttpServerResponse response = context.response();
    response
        .putHeader("access-control-allow-origin", "*")
        .putHeader("cross-origin-resource-policy", "cross-origin")
        .putHeader("referrer-policy", "no-referrer")
        .putHeader("x-content-type-options", "nosniff");
    if (context.request().method().equals(HttpMethod.OPTIONS)) {
      response
          .setStatusCode(204)
          .putHeader("access-control-allow-methods", "GET, POST")
          .putHeader("access-control-allow-headers", HEADERS)
          .putHeader("access-control-max-age", "86400")
          .end();
      return;
    }
    context.next();
  }
}
