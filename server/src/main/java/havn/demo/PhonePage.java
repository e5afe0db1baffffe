package havn.demo;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// `/phone`: the phones of everybody who is sent a text in a demonstration, and what becomes of the
/// next ones. `/phone/texts` is the provider that the role channels hands them to.
final class PhonePage {

  private static final Duration DELAY = Duration.ofSeconds(20);
  private static final String TEXTS = "/phone/texts";
  private static final int LONGEST_BODY = 4_096;

  /// What a provider tells of one text, as badly as they do.
  private static final List<String> FAILED = List.of("failed", "sent", "failed");
  private static final List<String> JUMBLED = List.of("delivered", "failed", "sent", "delivered");

  private final Vertx vertx;
  private final Phone phone = new Phone();
  private final Air air;
  private final UnaryOperator<String> texts;

  /// @param texts reads a file of this room
  PhonePage(Vertx vertx, Air air, UnaryOperator<String> texts) {
    this.vertx = vertx;
    this.air = air;
    this.texts = texts;
  }

  void answer(HttpServerRequest request) {
    String asked = request.method().name() + " " + request.path();
    switch (asked) {
      case "GET /phone" -> send(request, "text/html; charset=utf-8", texts.apply("phone.html"));
      case "GET /phone/phone.js" ->
          send(request, "text/javascript; charset=utf-8", texts.apply("phone.js"));
      case "GET /phone/shown" -> send(request, "application/json", shown());
      case "POST /phone/mood" ->
          request.setExpectMultipart(true).end().onSuccess(read -> be(request));
      case "POST /phone/send" ->
          request.setExpectMultipart(true).end().onSuccess(read -> write(request));
      case "POST " + TEXTS -> request.body().onSuccess(body -> take(request, body));
      default -> {
        if (asked.startsWith("GET " + TEXTS + "/")) {
          remember(request, asked.substring(("GET " + TEXTS + "/").length()));
        } else {
          status(request, 404);
        }
      }
    }
  }

  private String shown() {
    JsonArray all = new JsonArray();
    phone
        .shown()
        .forEach(text -> all.add(new JsonObject().put("to", text.to()).put("text", text.text())));
    return new JsonObject().put("mood", phone.mood().printed()).put("texts", all).encode();
  }

  private void be(HttpServerRequest request) {
    MultiMap form = request.formAttributes();
    Optional<Phone.Mood> mood = Phone.Mood.parse(String.valueOf(form.get("mood")));
    mood.ifPresent(phone::be);
    if (mood.isPresent()) {
      request.response().setStatusCode(303).putHeader("location", "/phone").end();
    } else {
      status(request, 400);
    }
  }

  /// A phone sends something, as the next texts do.
  private void write(HttpServerRequest request) {
    MultiMap form = request.formAttributes();
    String from = String.valueOf(form.get("from"));
    String service = String.valueOf(form.get("service"));
    String text = String.valueOf(form.get("text"));
    if (!service.matches("[a-z0-9-]{1,64}") || from.length() > 40 || text.length() > 2_000) {
      status(request, 400);
      return;
    }
    String id = phone.sent();
    switch (phone.mood()) {
      case ARRIVE, MUTE, REFUSE, FAIL, JUMBLE, ANYTHING -> air.text(service, id, from, text);
      case TWICE -> {
        air.text(service, id, from, text);
        air.text(service, id, from, text);
      }
      case DELAY -> vertx.setTimer(DELAY.toMillis(), late -> air.text(service, id, from, text));
      case LOSE -> {}
    }
    request.response().setStatusCode(303).putHeader("location", "/phone").end();
  }

  /// The provider's side: what is handed over.
  private void take(HttpServerRequest request, Buffer body) {
    try {
      JsonObject text = body.length() > LONGEST_BODY ? new JsonObject() : body.toJsonObject();
      String key = text.getString("key", "");
      Phone.Text arriving = new Phone.Text(text.getString("to", ""), text.getString("text", ""));
      if (key.isEmpty() || arriving.to().isEmpty() || arriving.text().isEmpty()) {
        status(request, 400);
        return;
      }
      Optional<String> known = phone.known(key);
      if (known.isPresent()) {
        taken(request, 200, known.get());
      } else {
        take(request, key, phone.next(), arriving);
      }
    } catch (DecodeException | ClassCastException malformed) {
      status(request, 400);
    }
  }

  private void take(HttpServerRequest request, String key, Phone.Mood mood, Phone.Text arriving) {
    if (mood == Phone.Mood.REFUSE) {
      status(request, 503);
      return;
    }
    String id = phone.take(key);
    switch (mood) {
      case ARRIVE, MUTE, REFUSE, ANYTHING -> arrive(key, arriving);
      case TWICE -> {
        arrive(key, arriving);
        arrive(key, arriving);
      }
      case DELAY -> vertx.setTimer(DELAY.toMillis(), late -> arrive(key, arriving));
      case LOSE -> {}
      case FAIL -> FAILED.forEach(delivery -> air.report(key, delivery));
      case JUMBLE -> {
        phone.show(arriving);
        JUMBLED.forEach(delivery -> air.report(key, delivery));
      }
    }
    if (mood == Phone.Mood.MUTE) {
      request.connection().close();
    } else {
      taken(request, 201, id);
    }
  }

  private void arrive(String key, Phone.Text arriving) {
    phone.show(arriving);
    air.report(key, "delivered");
  }

  private void remember(HttpServerRequest request, String key) {
    phone.known(key).ifPresentOrElse(id -> taken(request, 200, id), () -> status(request, 404));
  }

  private static void taken(HttpServerRequest request, int status, String id) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("content-type", "application/json")
        .end(new JsonObject().put("id", id).toBuffer());
  }

  private static void status(HttpServerRequest request, int status) {
    request.response().setStatusCode(status).end();
  }

  private static void send(HttpServerRequest request, String type, String content) {
    request
        .response()
        .putHeader("content-type", type)
        .putHeader("cache-control", "no-store")
        .end(content);
  }
}
