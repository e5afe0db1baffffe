package havn.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// A request that a test puts together; headers can be left out or bent.
public final class Asking {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final int port;
  private final Map<String, String> headers = new LinkedHashMap<>();

  private Asking(int port) {
    this.port = port;
  }

  public static Asking at(int port) {
    return new Asking(port);
  }

  /// Sets a header; the empty value leaves it out.
  public Asking with(String header, String value) {
    if (value.isEmpty()) {
      headers.remove(header);
    } else {
      headers.put(header, value);
    }
    return this;
  }

  public Answer get(String path) {
    return send("GET", path, HttpRequest.BodyPublishers.noBody());
  }

  public Answer post(String path, String body) {
    return post(path, HttpRequest.BodyPublishers.ofString(body));
  }

  public Answer post(String path, HttpRequest.BodyPublisher body) {
    headers.putIfAbsent("content-type", "application/json");
    return send("POST", path, body);
  }

  public Answer put(String path, String body) {
    headers.putIfAbsent("content-type", "application/json");
    return send("PUT", path, HttpRequest.BodyPublishers.ofString(body));
  }

  /// Without body and content type.
  public Answer post(String path) {
    return send("POST", path, HttpRequest.BodyPublishers.noBody());
  }

  public Answer send(String method, String path) {
    return send(method, path, HttpRequest.BodyPublishers.noBody());
  }

  private Answer send(String method, String path, HttpRequest.BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(10))
            .method(method, body);
    headers.forEach(request::header);
    try {
      return Answer.of(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stop) {
      throw new AssertionError(stop);
    }
  }
}
