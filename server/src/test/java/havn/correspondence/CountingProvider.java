package havn.correspondence;

import static havn.Eventually.get;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A provider over HTTP that counts what it takes for each number. One text in a hundred it refuses
/// at first, and of one in a hundred it does not say that it took it.
final class CountingProvider implements AutoCloseable {

  private static final int HUNDRED = 100;

  private final Vertx vertx = Vertx.vertx();
  private final SplittableRandom chance;
  private final boolean keyed;
  private final Map<String, String> keys = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> arrived = new ConcurrentHashMap<>();
  private final HttpServer server;

  /// @param keyed whether it knows a text again by its key
  CountingProvider(boolean keyed, long seed) {
    this.keyed = keyed;
    this.chance = new SplittableRandom(seed);
    this.server = get(vertx.createHttpServer().requestHandler(this::answer).listen(0, "127.0.0.1"));
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.actualPort());
  }

  /// How often something arrived at each number.
  Map<String, AtomicInteger> arrived() {
    return arrived;
  }

  private void answer(HttpServerRequest request) {
    if (request.method().name().equals("GET")) {
      String path = String.valueOf(request.path());
      String id = keys.get(path.substring(path.lastIndexOf('/') + 1));
      say(request, id == null ? 404 : 200, id);
    } else {
      request.body().onSuccess(body -> take(request, body.toJsonObject()));
    }
  }

  private void take(HttpServerRequest request, JsonObject text) {
    String key = text.getString("key");
    if (keyed && keys.containsKey(key)) {
      say(request, 200, keys.get(key));
      return;
    }
    int luck = chance.nextInt(HUNDRED);
    if (luck == 0) {
      say(request, 503, null);
      return;
    }
    String id = "id-" + keys.size();
    keys.put(key, id);
    arrived.computeIfAbsent(text.getString("to"), number -> new AtomicInteger()).incrementAndGet();
    if (luck == 1) {
      request.connection().close();
    } else {
      say(request, 201, id);
    }
  }

  private static void say(HttpServerRequest request, int status, @Nullable String id) {
    request
        .response()
        .setStatusCode(status)
        .end(id == null ? "{}" : new JsonObject().put("id", id).encode());
  }

  @Override
  public void close() {
    get(vertx.close());
  }
}
