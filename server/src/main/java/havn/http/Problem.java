package havn.http;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/// A refusal that tells what was wrong (RFC 9457).
///
/// @param status HTTP status, 400–599
/// @param code a number of the table of codes where one fits, else 0
/// @param title one sentence that is the same for every refusal of this kind
/// @param detail what to do about it; may be empty; never repeats a secret
public record Problem(int status, int code, String title, String detail) {

  public static Problem of(int status, String title) {
    return new Problem(status, 0, title, "");
  }

  /// Sends it as `application/problem+json`.
  public void answer(RoutingContext context) {
    JsonObject body =
        new JsonObject().put("type", "about:blank").put("title", title).put("status", status);
    if (!detail.isEmpty()) {
      body.put("detail", detail);
    }
    if (code > 0) {
      body.put("code", code);
    }
    context
        .response()
        .setStatusCode(status)
        .putHeader("content-type", "application/problem+json")
        .putHeader("cache-control", "no-store")
        .end(body.toBuffer());
  }
}
