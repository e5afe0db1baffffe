package havn.http;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/// What a port answered.
public record Answer(int status, HttpHeaders headers, String body) {

  static Answer of(HttpResponse<String> response) {
    return new Answer(response.statusCode(), response.headers(), response.body());
  }

  public JsonObject json() {
    return new JsonObject(body);
  }

  /// A header that is there exactly once; empty when it is missing.
  public String header(String name) {
    var all = headers.allValues(name);
    if (all.size() > 1) {
      throw new AssertionError(name + " is there twice");
    }
    return all.isEmpty() ? "" : all.getFirst();
  }

  public String title() {
    if (!header("content-type").equals("application/problem+json")) {
      throw new AssertionError("not a problem: " + status + " " + header("content-type"));
    }
    return json().getString("title");
  }
}
