package havn.channelhttp;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.channel.KeysForTests;
import havn.channel.RoleKeys;
import havn.deskhttp.DeskForTests;
import havn.http.Answer;
import havn.http.Asking;
import havn.http.SessionGate;
import havn.login.ConsoleOrigin;
import havn.reminder.Reminders;
import havn.reminder.postgres.ReminderStores;
import havn.staff.Role;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A console that signed in at the desk asks the port of the channels.
class RemindersOverHttpTest {

  private static final String NUMBER = "/api/reminders/number";

  private final DeskForTests desk = new DeskForTests();
  @TempDir private Path dir;
  private HttpServer server;

  RemindersOverHttpTest() throws Exception {}

  @BeforeEach
  void open() throws Exception {
    RoleKeys keys = KeysForTests.keys(dir.resolve("keys"));
    server =
        desk.besides(
            (vertx, pool, sessions, devices, rosters) ->
                ChannelHttp.load(
                        vertx,
                        new ChannelParts(
                            List.of(new ConsoleOrigin(DeskForTests.ORIGIN)),
                            new SessionGate(sessions, devices, rosters, DeskForTests.CLOCK),
                            new Reminders(ReminderStores.in(pool), keys, DeskForTests.CLOCK),
                            Optional.empty(),
                            DeskForTests.CLOCK))
                    .map(ChannelHttp::router));
  }

  @AfterEach
  void close() {
    get(server.close());
    desk.close();
  }

  @Test
  void aNumberGoesInAndNeverComesOut() {
    Asking ola = as(Role.VOLUNTEER);
    assertEquals("none", ola.get("/api/reminders").json().getString("number"));
    assertEquals(204, ola.post(NUMBER, number("41 23 45 67")).status());
    Answer shown = ola.get("/api/reminders");
    assertEquals("unproven", shown.json().getString("number"));
    assertFalse(shown.body().contains("4567"), shown.body());
    assertEquals(409, ola.post("/api/reminders/code", code("abc")).status());
    assertEquals(409, ola.post("/api/reminders/wishes", wishes()).status());
    assertEquals(204, ola.post("/api/reminders/forget", "{}").status());
    assertEquals("none", ola.get("/api/reminders").json().getString("number"));
    assertEquals(410, ola.post("/api/reminders/code", code("123456")).status());
  }

  @Test
  void aNumberThatTakesNoTextsIsRefusedWithoutRepeatingIt() {
    Answer refused = as(Role.WORKER).post(NUMBER, number("22 12 34 56"));
    assertEquals(422, refused.status());
    assertFalse(refused.body().contains("12 34"), refused.body());
    Answer long40 = as(Role.WORKER).post(NUMBER, number("9".repeat(41)));
    assertEquals(400, long40.status());
    assertFalse(long40.body().contains("9999"), long40.body());
  }

  @Test
  void onlyAConsoleOfOursThatIsSignedInMayAsk() {
    assertEquals(401, ask().get("/api/reminders").status());
    Asking ola = as(Role.VOLUNTEER);
    for (String origin : List.of("https://annet.example", "null", DeskForTests.ORIGIN + ".no")) {
      Answer refused = ola.with("origin", origin).get("/api/reminders");
      assertEquals(403, refused.status(), origin);
      assertEquals("", refused.header("access-control-allow-origin"), origin);
    }
    assertEquals(403, ola.with("origin", "").get("/api/reminders").status());
    assertEquals(403, ola.with("origin", "").post(NUMBER, number("41234567")).status());
    assertEquals(403, as(Role.AUDITOR).get("/api/reminders").status());
  }

  @Test
  void aBrowserIsToldThatTheConsoleMayReadWithItsCookie() {
    Answer before = ask().send("OPTIONS", NUMBER);
    assertEquals(204, before.status());
    assertEquals("content-type", before.header("access-control-allow-headers"));
    for (Answer answer : List.of(before, ask().get("/api/reminders"))) {
      assertEquals(DeskForTests.ORIGIN, answer.header("access-control-allow-origin"));
      assertEquals("true", answer.header("access-control-allow-credentials"));
      assertTrue(answer.header("vary").contains("Origin"));
    }
    assertEquals(
        403, ask().with("origin", "https://annet.example").send("OPTIONS", NUMBER).status());
  }

  private Asking ask() {
    return Asking.at(server.actualPort()).with("origin", DeskForTests.ORIGIN);
  }

  private Asking as(Role role) {
    return desk.as(desk.somebody("Ola", role), server.actualPort());
  }

  private static String number(String number) {
    return new JsonObject().put("number", number).encode();
  }

  private static String code(String code) {
    return new JsonObject().put("code", code).encode();
  }

  private static String wishes() {
    return new JsonObject().put("shifts", true).put("offers", false).put("alarms", true).encode();
  }
}
