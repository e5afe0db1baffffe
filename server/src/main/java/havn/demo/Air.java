package havn.demo;

import havn.channel.simulator.SimulatorHook;
import havn.kernel.secret.Password;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;

/// Carries what the phones of a demonstration send to the role channels. What is not kept there is
/// told again after a second, 30 times at most.
final class Air {

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int TRIES = 30;
  private static final int KEPT = 204;
  private static final int REFUSED = 400;
  private static final int BUSY = 500;

  private final Vertx vertx;
  private final HttpClient client;
  private final String hook;
  private final Password secret;

  /// @param hook the address that the provider is given
  Air(Vertx vertx, String hook, Password secret) {
    this.vertx = vertx;
    this.client = vertx.createHttpClient();
    this.hook = hook;
    this.secret = secret;
  }

  void text(String service, String id, String from, String text) {
    JsonObject said = new JsonObject().put("id", id).put("from", from).put("text", text);
    send(
        service,
        new JsonObject().put("texts", new JsonArray().add(said)).put("reports", new JsonArray()),
        TRIES);
  }

  void report(String key, String delivery) {
    JsonObject said = new JsonObject().put("key", key).put("delivery", delivery);
    send(
        "pro-mann",
        new JsonObject().put("texts", new JsonArray()).put("reports", new JsonArray().add(said)),
        TRIES);
  }

  private void send(String service, JsonObject told, int tries) {
    Buffer body = told.toBuffer();
    client
        .request(
            new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(hook + "?service=" + service)
                .putHeader("content-type", "application/json")
                .putHeader(
                    SimulatorHook.SIGNATURE, SimulatorHook.signature(secret, body.getBytes())))
        .compose(request -> request.send(body))
        .map(response -> response.statusCode())
        .otherwise(BUSY)
        .compose(
            status -> {
              boolean again = status != KEPT && (status < REFUSED || status >= BUSY) && tries > 1;
              if (again) {
                vertx.setTimer(PAUSE.toMillis(), late -> send(service, told, tries - 1));
              }
              return Future.succeededFuture();
            });
  }
}
