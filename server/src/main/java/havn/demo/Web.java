package havn.demo;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/// Asks the demonstration's own pages. Blocks; at most two seconds per question.
final class Web implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(2);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build();

  /// The body of a page that answers 200; empty otherwise.
  Optional<String> page(String address) {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(address)).timeout(LIMIT).build();
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
    } catch (IOException notYet) {
      return Optional.empty();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  Optional<JsonObject> json(String address) {
    try {
      return page(address).map(JsonObject::new);
    } catch (DecodeException somethingElse) {
      return Optional.empty();
    }
  }

  /// The pin of the newest root set that the server publishes (docs/protocol/sealed.md, section 2);
  /// empty until the signer has published one and a roster.
  Optional<String> pin(String publicUrl) {
    return json(publicUrl + "/.well-known/havn/trust").flatMap(Web::pin);
  }

  private static Optional<String> pin(JsonObject trust) {
    var roots = trust.getJsonArray("roots");
    if (roots == null || roots.isEmpty() || trust.getValue("roster") == null) {
      return Optional.empty();
    }
    String payload = roots.getJsonObject(roots.size() - 1).getString("payload");
    byte[] hash = sha256(Base64.getDecoder().decode(payload.getBytes(StandardCharsets.US_ASCII)));
    return Optional.of(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
