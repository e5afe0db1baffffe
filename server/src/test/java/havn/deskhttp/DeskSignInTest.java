package havn.deskhttp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.Eventually;
import havn.http.Answer;
import havn.journal.postgres.JournalStores;
import havn.kernel.id.StaffId;
import havn.kernel.secret.Secret;
import havn.login.Invites;
import havn.login.PocketAuthenticator;
import havn.staff.Role;
import havn.staff.StaffMember;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskSignInTest {

  private DeskForTests desk;

  @BeforeAll
  void open() throws Exception {
    desk = new DeskForTests();
  }

  @AfterAll
  void close() {
    desk.close();
  }

  @Test
  void aLinkSignsInWithACookieThatScriptsAndOtherSitesDoNotGet() {
    Answer answer = desk.signIn(desk.somebody("Kari", Role.WORKER));
    assertEquals(204, answer.status());
    String cookie = answer.header("set-cookie");
    assertTrue(cookie.matches("havn_session=[A-Za-z0-9_-]{43}; .*"), cookie);
    assertTrue(cookie.contains("; HTTPOnly") || cookie.contains("; HttpOnly"), cookie);
    assertTrue(cookie.contains("; SameSite=Strict"), cookie);
    assertTrue(cookie.contains("; Path=/"), cookie);
    assertTrue(cookie.contains("Max-Age=43200"), cookie);
    assertFalse(cookie.contains("Secure"), cookie);
  }

  @Test
  void anEncryptedSiteGetsASecureCookie() {
    StaffMember kari = desk.somebody("Kari", Role.WORKER);
    String token = Eventually.get(desk.invites.issue(kari.id(), Invites.LIFE)).reveal();
    Answer answer =
        desk.ask()
            .with("origin", DeskForTests.ENCRYPTED)
            .post("/api/login/invite", "{\"token\":\"" + token + "\"}");
    assertTrue(answer.header("set-cookie").contains("; Secure"));
  }

  @Test
  void aUsedLinkIsRefusedLikeAnUnknownOne() {
    StaffMember kari = desk.somebody("Kari", Role.WORKER);
    String used = Eventually.get(desk.invites.issue(kari.id(), Invites.LIFE)).reveal();
    desk.ask().post("/api/login/invite", "{\"token\":\"" + used + "\"}");
    Answer again = desk.ask().post("/api/login/invite", "{\"token\":\"" + used + "\"}");
    Answer unknown =
        desk.ask().post("/api/login/invite", "{\"token\":\"" + Secret.fresh().reveal() + "\"}");
    assertEquals(401, again.status());
    assertEquals(again.body(), unknown.body());
    assertEquals("", again.header("set-cookie"));
  }

  @Test
  void aCoordinatorMakesAnotherLinkForSomebodyWhoExistsWithALineInTheJournal() {
    StaffMember kari = desk.somebody("Kari", Role.WORKER);
    StaffMember solveig = desk.somebody("Solveig", Role.COORDINATOR);
    String body = new JsonObject().put("staff", kari.id().hex()).encode();
    assertEquals(403, desk.as(kari).post("/api/invites/again", body).status());
    assertEquals(401, desk.ask().post("/api/invites/again", body).status());
    Answer made = desk.as(solveig).post("/api/invites/again", body);
    assertEquals(201, made.status());
    String token = made.json().getString("token");
    String line = Eventually.get(JournalStores.journal(desk.pool).read(1)).getLast().text();
    assertTrue(line.contains(solveig.id().hex() + "\tstaff.link\t"), line);
    Answer in = desk.ask().post("/api/login/invite", "{\"token\":\"" + token + "\"}");
    String cookie = "havn_session=" + DeskForTests.cookie(in);
    assertEquals(
        kari.id().hex(),
        desk.ask().with("cookie", cookie).get("/api/me").json().getString("staff"));
    String nobody = new JsonObject().put("staff", StaffId.fresh().hex()).encode();
    assertEquals(404, desk.as(solveig).post("/api/invites/again", nobody).status());
  }

  @Test
  void meTellsWhoIsSignedIn() {
    JsonObject me = desk.as(desk.somebody("Kari", Role.COORDINATOR)).get("/api/me").json();
    assertEquals("Kari", me.getString("name"));
    assertEquals("coordinator", me.getString("role"));
    assertEquals(
        new JsonArray()
            .add(
                new JsonObject()
                    .put("id", "pro-mann")
                    .put("name", "Pro Mann")
                    .put("retentionDays", 0)
                    .put("languages", new JsonArray().add("nb"))
                    .put("lanes", new JsonArray().add("self"))),
        me.getJsonArray("services"));
    assertEquals(0, me.getInteger("passkeys"));
    assertTrue(me.getBoolean("demo"));
    assertTrue(me.containsKey("pin"));
  }

  @Test
  void afterSignOutTheCookieOpensNothing() {
    String cookie = DeskForTests.cookie(desk.signIn(desk.somebody("Kari", Role.WORKER)));
    Answer out = desk.ask().with("cookie", "havn_session=" + cookie).post("/api/logout");
    assertEquals(204, out.status());
    assertTrue(out.header("set-cookie").contains("Max-Age=0"));
    Answer me = desk.ask().with("cookie", "havn_session=" + cookie).get("/api/me");
    assertEquals(401, me.status());
    assertEquals(3522, me.json().getInteger("code"));
  }

  @Test
  void aPasskeyIsAddedAndSignsInOnce() {
    StaffMember kari = desk.somebody("Kari", Role.WORKER);
    PocketAuthenticator key = new PocketAuthenticator(DeskForTests.ORIGIN, "coordinator.localhost");
    key.userHandle = kari.id().bytes();
    var page = desk.as(kari);
    JsonObject options = page.post("/api/passkeys/options").json();
    assertEquals("coordinator.localhost", options.getJsonObject("rp").getString("id"));
    assertEquals(
        204, page.post("/api/passkeys", key.create(options.getString("challenge"))).status());
    assertEquals(1, page.get("/api/me").json().getInteger("passkeys"));
    assertEquals(
        1, page.post("/api/passkeys/options").json().getJsonArray("excludeCredentials").size());

    JsonObject asked = desk.ask().post("/api/login/passkey/options").json();
    assertEquals("required", asked.getString("userVerification"));
    assertEquals("coordinator.localhost", asked.getString("rpId"));
    String answer = key.get(asked.getString("challenge"));
    Answer in = desk.ask().post("/api/login/passkey", answer);
    assertEquals(204, in.status());
    assertTrue(DeskForTests.cookie(in).length() == 43);
    assertEquals(401, desk.ask().post("/api/login/passkey", answer).status());
  }

  @Test
  void aRegistrationThatDoesNotHoldIsRefused() {
    PocketAuthenticator key =
        new PocketAuthenticator("https://evil.example", "coordinator.localhost");
    var page = desk.as(desk.somebody("Kari", Role.WORKER));
    JsonObject options = page.post("/api/passkeys/options").json();
    assertEquals(
        422, page.post("/api/passkeys", key.create(options.getString("challenge"))).status());
  }
}
