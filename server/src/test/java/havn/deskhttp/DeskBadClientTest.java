package havn.deskhttp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.http.Answer;
import havn.kernel.secret.Secret;
import havn.staff.Role;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskBadClientTest {

  private DeskForTests desk;

  @BeforeAll
  void open() throws Exception {
    desk = new DeskForTests();
  }

  @AfterAll
  void close() {
    desk.close();
  }

  static List<String> posts() {
    return List.of(
        "/api/login/invite",
        "/api/login/passkey/options",
        "/api/login/passkey",
        "/api/passkeys/options",
        "/api/passkeys",
        "/api/logout",
        "/api/devices",
        "/api/trust/root",
        "/api/trust/signer",
        "/api/rosters",
        "/api/invites",
        "/api/invites/again",
        "/api/shifts/acts",
        "/api/shifts/feed",
        "/api/shifts/plans",
        "/api/shifts/plans/dates",
        "/api/shifts/plans/end",
        "/api/spares",
        "/api/spares/open");
  }

  @ParameterizedTest
  @MethodSource("posts")
  void aForeignPageMayPostNothing(String path) {
    var page = desk.as(desk.somebody("Kari", Role.COORDINATOR));
    for (String origin :
        List.of(
            "", "null", "https://evil.example", "http://coordinator.localhost:8081.evil.example")) {
      Answer answer = page.with("origin", origin).post(path, "{}");
      assertEquals(403, answer.status(), origin);
      assertEquals("This page may not ask that.", answer.title());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/me",
        "GET /api/devices",
        "GET /api/shifts",
        "POST /api/shifts/feed",
        "POST /api/passkeys/options",
        "POST /api/trust/root"
            + " {\"payloadType\":\"a\",\"payload\":\"\",\"signatures\":[{\"keyid\":\"a\",\"sig\":\"a\"}]}",
        "POST /api/invites {\"name\":\"A\",\"role\":\"worker\",\"services\":[\"pro-mann\"]}"
      })
  void withoutASessionNothingIsTold(String request) {
    String[] parts = request.split(" ", 3);
    for (String cookie :
        List.of("", "havn_session=", "havn_session=x", "havn_session=" + "A".repeat(43))) {
      var page = desk.ask().with("cookie", cookie);
      Answer answer =
          parts[0].equals("GET")
              ? page.get(parts[1])
              : parts.length == 3 ? page.post(parts[1], parts[2]) : page.post(parts[1]);
      assertEquals(401, answer.status(), request);
      assertEquals("Sign in first.", answer.title());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"worker", "volunteer", "auditor", "trainee"})
  void onlyCoordinatorsSeeDevicesPublishAndInvite(String role) {
    var page = desk.as(desk.somebody("Ola", Role.parse(role).orElseThrow()));
    Answer devices = page.get("/api/devices");
    assertEquals(403, devices.status());
    assertEquals(4009, devices.json().getInteger("code"));
    Answer invite =
        page.post(
            "/api/invites", "{\"name\":\"A\",\"role\":\"worker\",\"services\":[\"pro-mann\"]}");
    assertEquals(403, invite.status());
    Answer roster =
        page.post(
            "/api/rosters",
            "{\"payloadType\":\"a\",\"payload\":\"\",\"signatures\":[{\"keyid\":\"a\",\"sig\":\"a\"}]}");
    assertEquals(403, roster.status());
  }

  @Test
  void aMisspeltMemberIsNamed() {
    Answer answer =
        desk.as(desk.somebody("Kari", Role.COORDINATOR))
            .post(
                "/api/invites",
                "{\"name\":\"A\",\"rolle\":\"worker\",\"services\":[\"pro-mann\"]}");
    assertEquals(400, answer.status());
    assertTrue(answer.body().contains("rol"), answer.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "\"x\"",
        "{\"token\":1}",
        "{\"token\":\"short\"}",
        "{\"token\":null}",
        "{\"token\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\",\"more\":1}"
      })
  void aBodyThatIsNotAsTheContractSaysIsRefused(String body) {
    Answer answer = desk.ask().post("/api/login/invite", body);
    assertEquals(400, answer.status());
    assertFalse(answer.title().isEmpty());
  }

  @Test
  void anotherKindOfContentIsRefused() {
    Answer answer =
        desk.ask().with("content-type", "text/plain").post("/api/login/invite", "token=x");
    assertTrue(answer.status() == 400 || answer.status() == 415, "" + answer.status());
    assertFalse(answer.title().isEmpty());
  }

  @Test
  void aHugeBodyIsRefused() {
    byte[] huge = new byte[300 * 1024];
    java.util.Arrays.fill(huge, (byte) ' ');
    Answer answer =
        desk.ask().post("/api/login/invite", HttpRequest.BodyPublishers.ofByteArray(huge));
    assertEquals(413, answer.status());
    assertEquals("The request is too large.", answer.title());
  }

  @Test
  void anotherMethodIsRefused() {
    assertEquals(405, desk.ask().send("GET", "/api/logout").status());
    assertEquals(405, desk.ask().send("DELETE", "/api/me").status());
    assertEquals(405, desk.ask().send("PUT", "/api/login/invite").status());
  }

  @Test
  void whatDoesNotExistIsAProblemToo() {
    Answer answer = desk.ask().get("/api/nothing");
    assertEquals(404, answer.status());
    assertEquals("There is nothing here.", answer.title());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/../console.html",
        "/assets/%2e%2e%2fconsole.html",
        "/assets/..%2fconsole.html",
        "/assets/nothing.js",
        "/assets/.hidden.js",
        "/assets/x",
        "/assets/"
      })
  void noFileOutsideTheAssetsIsServedAsOne(String path) {
    assertEquals(404, desk.ask().get(path).status());
  }

  @Test
  void aFloodOfWrongLinksIsSlowedAndLeavesThePasskeysFree() throws Exception {
    try (DeskForTests still = new DeskForTests()) {
      // Its clock stands still, so the thousand at once are all there are.
      String wrong = new JsonObject().put("token", Secret.fresh().reveal()).encode();
      int refused = 0;
      for (int i = 0; i < 1_020; i++) {
        Answer answer = still.ask().post("/api/login/invite", wrong);
        refused += answer.status() == 429 ? 1 : 0;
      }
      assertEquals(20, refused);
      assertEquals(200, still.ask().post("/api/login/passkey/options").status());
    }
  }
}
