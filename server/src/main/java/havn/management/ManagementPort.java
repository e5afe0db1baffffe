package havn.management;

import havn.telemetry.Meters;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/// Serves the management port.
public final class ManagementPort {

  private final Readiness readiness;
  private final Meters meters;

  private ManagementPort(Readiness readiness, Meters meters) {
    this.readiness = readiness;
    this.meters = meters;
  }

  /// Listens at `host`:`port`; port 0 takes a free one. Fails when the port is taken.
  public static Future<HttpServer> open(
      Vertx vertx, String host, int port, Readiness readiness, Meters meters) {
    HttpServerOptions options =
        new HttpServerOptions().setHost(host).setPort(port).setMaxInitialLineLength(256);
    return vertx
        .createHttpServer(options)
        .requestHandler(new ManagementPort(readiness, meters)::answer)
        .listen();
  }

  private void answer(HttpServerRequest request) {
    HttpServerResponse response = request.response().putHeader("cache-control", "no-store");
    if (!request.method().equals(HttpMethod.GET)) {
      response.setStatusCode(405).end();
      return;
    }
    switch (String.valueOf(request.path())) {
      case "/live" -> json(response, 200, new JsonObject().put("live", true));
      case "/ready" -> readiness.ask().onSuccess(answers -> ready(response, answers));
      case "/metrics" ->
          response
              .putHeader("content-type", "text/plain; version=0.0.4; charset=utf-8")
              .end(meters.page());
      default -> response.setStatusCode(404).end();
    }
  }

  private static void ready(HttpServerResponse response, Map<String, Boolean> answers) {
    boolean all = answers.values().stream().allMatch(good -> good);
    JsonObject body = new JsonObject().put("ready", all);
    answers.forEach(body::put);
    json(response, all ? 200 : 503, body);
  }

  private static void json(HttpServerResponse response, int status, JsonObject body) {
    response
        .setStatusCode(status)
        .putHeader("content-type", "application/json")
        .end(body.toBuffer());
  }
}
