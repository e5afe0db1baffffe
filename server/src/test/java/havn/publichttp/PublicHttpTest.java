package havn.publichttp;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.duty.DeskMode;
import havn.duty.DeskSigns;
import havn.duty.DutyRecord;
import havn.duty.redis.DutyStores;
import havn.http.Answer;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.kernel.secret.Secret;
import havn.seal.Dsse;
import havn.staff.RosterDocument;
import havn.staff.TrustFixture;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicHttpTest {

  private PublicForTests site;

  @BeforeAll
  void open() {
    site = new PublicForTests();
  }

  @AfterAll
  void close() {
    site.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%", "/%zz", "/api/%", "/chat/%c3%28", "/assets/%00"})
  void aPathThatCannotBeReadIsAProblemOfTheClientAlone(String path) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.port())) {
      String request = "GET " + path + " HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(answer.startsWith("HTTP/1.1 40"), answer);
      assertTrue(answer.contains("application/problem+json"), answer);
    }
  }

  @Test
  void aClosedServiceSaysWhenItOpensAndWhoAnswersUntilThen() {
    Answer answer = site.ask().get("/api/v1/services/closed-now");
    assertEquals(200, answer.status());
    JsonObject service = answer.json();
    assertEquals("closed", service.getString("state"));
    assertEquals("2026-11-23T11:00:00Z", service.getString("opensAt"));
    assertEquals("2026-11-20T12:00:00Z", service.getString("now"));
    assertEquals("22000000", service.getJsonObject("answersNow").getString("phone"));
    assertEquals("Name", service.getJsonObject("names").getString("en"));
    assertEquals(
        new JsonObject().put("number", "112").put("kind", "police"),
        service.getJsonArray("emergency").getJsonObject(1));
    assertEquals(0, service.getInteger("retentionDays"));
    assertEquals("https://www.yr.no/", service.getString("exit"));
    assertEquals("Vi har meldeplikt.", service.getJsonObject("duty").getString("nb"));
  }

  @Test
  void whoAnswersInsteadIsNamedNowOrFromWhenAndAServiceOnlyWhenSomebodyIsThere() {
    assertEquals(List.of(), get(site.services.put(InsteadForTests.SERVICES)));
    get(site.book.refresh());
    JsonObject phone = site.ask().get("/api/v1/services/by-phone").json();
    assertNull(phone.getValue("answersNow"));
    JsonObject later = phone.getJsonObject("answersLater");
    assertEquals("2026-11-20T17:00:00Z", later.getString("from"));
    assertEquals("116006", later.getString("phone"));
    JsonObject service = site.ask().get("/api/v1/services/by-service").json();
    assertNull(service.getValue("answersNow"));
    assertNull(service.getValue("answersLater"));
    JsonObject closed = site.ask().get("/api/v1/services/to-closed").json();
    assertEquals("by-phone", closed.getJsonObject("answersLater").getString("service"));
    assertEquals("2026-11-23T11:00:00Z", closed.getJsonObject("answersLater").getString("from"));
    JsonObject lane = closed.getJsonObject("limitedLanes").getJsonObject("professional");
    assertEquals("closed", lane.getString("state"));
    assertEquals("2026-11-23T12:00:00Z", lane.getString("opensAt"));
  }

  @Test
  void aServiceIsNamedOnlyWhileItTakesNewPeople() {
    assertEquals(List.of(), get(site.services.put(InsteadForTests.SERVICES)));
    get(site.book.refresh());
    ServiceId late = new ServiceId("late-now");
    Instant now = Instant.parse("2026-11-20T12:00:00Z");
    DutyRecord there =
        new DutyRecord(DeviceId.fresh(), now.plusSeconds(3600), now, false, 0, 3, Optional.empty());
    DeskSigns signs = DutyStores.signs(site.redis);
    get(site.presences.put(Set.of(late), there));
    try {
      assertEquals("late-now", namedNow());
      get(signs.mode(late, DeskMode.FULL, now.plusSeconds(60)));
      assertNull(namedNow());
    } finally {
      get(site.presences.drop(Set.of(late), there.device(), now));
      get(signs.mode(late, DeskMode.OPEN, now));
    }
  }

  private @Nullable String namedNow() {
    JsonObject named =
        site.ask().get("/api/v1/services/by-service").json().getJsonObject("answersNow");
    return named == null ? null : named.getString("service");
  }

  @Test
  void aServiceWithinHoursWhereNobodyCameSaysSinceWhen() {
    JsonObject service = site.ask().get("/api/v1/services/late-now").json();
    assertEquals("late", service.getString("state"));
    assertEquals("2026-11-20T11:00:00Z", service.getString("lateSince"));
    assertNull(service.getValue("opensAt"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/services/nothing",
        "/api/v1/services/UPPER",
        "/frame/nothing",
        "/chat/nothing",
        "/frame/a%20b"
      })
  void anUnknownServiceIsAProblem(String path) {
    Answer answer = site.ask().get(path);
    assertEquals(404, answer.status());
    assertEquals("There is no such service.", answer.title());
    assertEquals("*", answer.header("access-control-allow-origin"));
  }

  @Test
  void aTicketIsGoodOnce() {
    JsonObject answer = site.ask().post("/api/v1/tickets").json();
    assertEquals(60, answer.getInteger("seconds"));
    Secret ticket = Secret.parse(answer.getString("ticket")).orElseThrow();
    assertTrue(get(site.tickets.redeem(ticket)));
    assertFalse(get(site.tickets.redeem(ticket)));
  }

  @Test
  void anyWebsiteMayReadWithoutCredentials() {
    for (Answer answer :
        List.of(
            site.ask().with("origin", "null").get("/api/v1/services/late-now"),
            site.ask().with("origin", "https://x.example").post("/api/v1/tickets"),
            site.ask().get("/loader.js"),
            site.ask().get("/.well-known/havn/trust"))) {
      assertEquals(200, answer.status());
      assertEquals("*", answer.header("access-control-allow-origin"));
      assertEquals("", answer.header("access-control-allow-credentials"));
      assertEquals("cross-origin", answer.header("cross-origin-resource-policy"));
      assertEquals("no-referrer", answer.header("referrer-policy"));
      assertEquals("", answer.header("set-cookie"));
    }
  }

  @Test
  void aPreflightIsAnswered() {
    Answer answer =
        site.ask()
            .with("origin", "null")
            .with("access-control-request-method", "POST")
            .with("access-control-request-headers", "content-type")
            .send("OPTIONS", "/api/v1/tickets");
    assertEquals(204, answer.status());
    assertEquals("*", answer.header("access-control-allow-origin"));
    assertEquals(
        "content-type, havn-ticket, havn-chat, havn-capability",
        answer.header("access-control-allow-headers"));
  }

  @Test
  void aRosterIsAnsweredByteForByteByItsVersion() {
    TrustFixture fixture = new TrustFixture(PublicForTests.CLOCK.instant());
    Dsse roster = fixture.roster();
    String document = "\n " + roster.json().print();
    assertTrue(
        get(
            site.trust.addRoster(
                1,
                document,
                RosterDocument.of(roster).orElseThrow().devices(),
                PublicForTests.CLOCK.instant())));
    Answer answer = site.ask().get("/.well-known/havn/roster/1");
    assertEquals(document, answer.body());
    assertEquals("public, max-age=31536000, immutable", answer.header("cache-control"));
    assertEquals(404, site.ask().get("/.well-known/havn/roster/2").status());
    assertEquals(400, site.ask().get("/.well-known/havn/roster/0").status());
    assertEquals(400, site.ask().get("/.well-known/havn/roster/x").status());
  }

  @Test
  void theEmbeddedPageRunsInASandboxThatOnlyTheServicesSitesMayFrame() {
    Answer page = site.ask().get("/frame/closed-now");
    assertEquals(200, page.status());
    assertEquals("no-store", page.header("cache-control"));
    String policy = page.header("content-security-policy");
    for (String rule :
        List.of(
            "sandbox allow-scripts allow-forms allow-downloads allow-popups"
                + " allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation;",
            "default-src 'none';",
            "script-src http://localhost:8080 'wasm-unsafe-eval';",
            "style-src http://localhost:8080;",
            "connect-src http://localhost:8080 ws://localhost:8080;",
            "worker-src blob:;",
            "require-trusted-types-for 'script';",
            "base-uri 'none';",
            "form-action 'none';",
            "frame-ancestors https://a.example")) {
      assertTrue(policy.contains(rule), policy);
    }
    assertFalse(policy.contains("'self'"), policy);
  }

  @Test
  void aPageNobodyMayFrameSaysSo() {
    for (String path : List.of("/chat/closed-now", "/frame/late-now")) {
      String policy = site.ask().get(path).header("content-security-policy");
      assertTrue(policy.endsWith("frame-ancestors 'none'"), policy);
    }
  }

  @Test
  void theWindowThatRecordsHasAMicrophoneAndNoConnection() {
    Answer page = site.ask().get("/voice");
    assertEquals(200, page.status());
    assertEquals("no-store", page.header("cache-control"));
    assertTrue(page.header("permissions-policy").startsWith("microphone=(self)"));
    String policy = page.header("content-security-policy");
    for (String rule :
        List.of(
            "default-src 'none';",
            "script-src 'self';",
            "connect-src 'none';",
            "frame-ancestors 'none'")) {
      assertTrue(policy.contains(rule), policy);
    }
    assertFalse(policy.contains("sandbox"), policy);
  }

  @Test
  void theSnippetNamesTheLoaderAndItsHash() throws Exception {
    JsonObject snippet = site.ask().get("/loader.json").json();
    assertEquals("http://localhost:8080/loader.js", snippet.getString("src"));
    Answer loader = site.ask().get("/loader.js");
    byte[] hash =
        java.security.MessageDigest.getInstance("SHA-384")
            .digest(loader.body().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertEquals(
        "sha384-" + java.util.Base64.getEncoder().encodeToString(hash),
        snippet.getString("integrity"));
  }

  @Test
  void anAssetOfTheWidgetIsKeptForEver() {
    Matcher script =
        Pattern.compile("/assets/[A-Za-z0-9._-]+\\.js")
            .matcher(site.ask().get("/chat/late-now").body());
    assertTrue(script.find());
    Answer asset = site.ask().get(script.group());
    assertEquals(200, asset.status());
    assertEquals("public, max-age=31536000, immutable", asset.header("cache-control"));
  }

  @Test
  void otherMethodsPathsAndHugeBodiesAreRefused() {
    assertEquals(405, site.ask().get("/api/v1/tickets").status());
    assertEquals(405, site.ask().send("DELETE", "/api/v1/services/late-now").status());
    assertEquals(404, site.ask().get("/").status());
    assertEquals(404, site.ask().get("/api/v1/services/%2e%2e").status());
    assertEquals(404, site.ask().get("/api/login/invite").status());
    assertEquals(413, site.ask().post("/api/v1/tickets", " ".repeat(300 * 1024)).status());
  }

  @Test
  void whenAStoreIsGoneTheVisitorIsToldAndNothingElse() {
    try (PublicForTests broken = new PublicForTests()) {
      get(broken.pool.close());
      Answer answer = broken.ask().get("/.well-known/havn/trust");
      assertEquals(503, answer.status());
      assertEquals("A store does not answer.", answer.title());
      assertNull(answer.json().getString("detail"));
    }
  }
}
