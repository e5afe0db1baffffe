package havn.demo.signer;

import havn.kernel.secret.Secret;
import havn.seal.Dsse;
import havn.seal.json.Json;
import havn.seal.json.StrictJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// Speaks to the desk port as a console would. Blocks; at most five seconds per question.
///
/// Addresses under `.localhost` are asked at 127.0.0.1, since not every resolver knows them; the
/// `Origin` stays the console's own.
final class Desk implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final String COOKIE = "havn_session";
  private static final Pattern SESSION = Pattern.compile(COOKIE + "=([A-Za-z0-9_-]{43})(;.*)?");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LIMIT).build();
  private final URI origin;
  private final URI address;

  /// `origin` is the console's, `address` where its port is reached.
  Desk(URI origin, URI address) {
    this.origin = origin;
    this.address = address;
  }

  static Desk at(URI origin) {
    return new Desk(origin, origin.getHost().endsWith("localhost") ? onLoopback(origin) : origin);
  }

  /// What the desk said.
  sealed interface Answer {
    /// It did what was asked; `body` is there when it was JSON.
    record Done(Optional<Json> body) implements Answer {}

    /// Status 401: there is no session, or it is over.
    record SignInFirst() implements Answer {}

    /// Another status.
    record Refused(int status) implements Answer {}

    /// Nobody answered in time.
    record Away() implements Answer {}
  }

  /// Redeems a one-time link; empty when it is used or old, or nobody answers.
  Optional<Secret> signIn(Secret invite) {
    String body = Json.object().with("token", invite.reveal()).print();
    return send(post("/api/login/invite", body))
        .filter(answer -> answer.statusCode() == 204)
        .flatMap(
            answer ->
                answer.headers().allValues("set-cookie").stream()
                    .map(SESSION::matcher)
                    .filter(java.util.regex.Matcher::matches)
                    .flatMap(matcher -> Secret.parse(matcher.group(1)).stream())
                    .findFirst());
  }

  Answer get(String path, Optional<Secret> session) {
    return ask(HttpRequest.newBuilder(address.resolve(path)).GET(), session);
  }

  Answer publish(String path, Dsse document, Optional<Secret> session) {
    return ask(post(path, document.json().print()), session);
  }

  @Override
  public void close() {
    client.close();
  }

  private Answer ask(HttpRequest.Builder request, Optional<Secret> session) {
    session.ifPresent(secret -> request.header("Cookie", COOKIE + "=" + secret.reveal()));
    Optional<HttpResponse<byte[]>> answer = send(request);
    if (answer.isEmpty()) {
      return new Answer.Away();
    }
    int status = answer.get().statusCode();
    if (status == 200 || status == 204) {
      return new Answer.Done(StrictJson.parse(answer.get().body()));
    }
    return switch (status) {
      case 401 -> new Answer.SignInFirst();
      case 429, 500, 502, 503, 504 -> new Answer.Away();
      default -> new Answer.Refused(status);
    };
  }

  private Optional<HttpResponse<byte[]>> send(HttpRequest.Builder request) {
    try {
      return Optional.of(client.send(request.timeout(LIMIT).build(), BodyHandlers.ofByteArray()));
    } catch (IOException away) {
      return Optional.empty();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private HttpRequest.Builder post(String path, String body) {
    return HttpRequest.newBuilder(address.resolve(path))
        .header("Content-Type", "application/json")
        .header("Origin", origin.toString())
        .POST(BodyPublishers.ofString(body));
  }

  private static URI onLoopback(URI origin) {
    return URI.create(origin.getScheme() + "://127.0.0.1:" + origin.getPort());
  }
}
