package havn.load.full;

import havn.kernel.id.DeviceId;
import havn.seal.Dsse;
import havn.seal.Purpose;
import havn.seal.json.Json;
import havn.seal.json.JsonFields;
import havn.seal.json.StrictJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/// What staff do over HTTP before a shift: sign in, invite, enrol a device, publish. Blocks; used
/// only while a run is being set up.
final class Office implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final String COOKIE = "havn_session=";

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build();
  private final URI desk;
  private final String origin;

  Office(URI desk, String origin) {
    this.desk = desk;
    this.origin = origin;
  }

  /// Redeems a one-time link; answers the session cookie, `name=value`.
  String signIn(String token) {
    var answer = post("/api/login/invite", "", Json.object().with("token", token));
    return answer.headers().allValues("set-cookie").stream()
        .filter(cookie -> cookie.startsWith(COOKIE))
        .map(cookie -> cookie.replaceFirst(";.*", ""))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a sign-in gave no session"));
  }

  /// Creates a worker; answers the token of the one-time link.
  String invite(String coordinator, String name, String service) {
    var services = new Json.Items(List.of(new Json.Text(service)));
    var body = Json.object().with("name", name).with("role", "worker").with("services", services);
    var answer = StrictJson.parse(post("/api/invites", coordinator, body).body());
    return answer
        .map(json -> JsonFields.of(json).text("token", 64))
        .orElseThrow(() -> new IllegalStateException("an invite gave no token"));
  }

  void enrol(String cookie, Worker worker) {
    var covered = new ByteArrayOutputStream();
    DeviceId device = worker.device();
    covered.writeBytes(device.bytes());
    covered.writeBytes(worker.deviceKey().publicKey());
    covered.writeBytes(worker.name().hash().bytes());
    var proof = worker.deviceKey().sign(Purpose.ENROL, covered.toByteArray());
    post(
        "/api/devices",
        cookie,
        Json.object()
            .with("id", Papers.text(device.bytes()))
            .with("ed25519", Papers.text(worker.deviceKey().publicKey()))
            .with("name", worker.name().name())
            .with("salt", Papers.text(worker.name().salt()))
            .with("proof", Papers.text(proof)));
  }

  /// Publishes a document as a coordinator.
  void publish(String coordinator, String path, Dsse document) {
    post(path, coordinator, document.json());
  }

  private HttpResponse<String> post(String path, String cookie, Json body) {
    var request =
        HttpRequest.newBuilder(desk.resolve(path))
            .timeout(LIMIT)
            .header("Origin", origin)
            .header("Content-Type", "application/json")
            .header("Cookie", cookie)
            .POST(HttpRequest.BodyPublishers.ofString(body.print()))
            .build();
    try {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new IllegalStateException(path + " was refused with " + answer.statusCode());
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped", stopped);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
