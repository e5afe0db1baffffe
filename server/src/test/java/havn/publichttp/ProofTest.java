package havn.publichttp;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.courtesy.ProofCode;
import havn.http.Answer;
import havn.kernel.id.ServiceId;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Somebody got a text and asks whether it was ours.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProofTest {

  private static final ServiceId SERVICE = new ServiceId("closed-now");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 18);

  private PublicForTests site;

  @BeforeAll
  void open() {
    site = new PublicForTests();
  }

  @AfterAll
  void close() {
    site.close();
  }

  @Test
  void aCodeIsAnsweredWithTheNameAndTheDayFiveTimes() {
    ProofCode code = released();
    for (int i = 0; i < 5; i++) {
      Answer answer = ask(code.printed().toLowerCase(Locale.ROOT), "en");
      assertEquals(200, answer.status(), answer.body());
      assertEquals("{\"name\":\"Name\",\"day\":\"2026-11-18\"}", answer.body());
      assertEquals("no-store", answer.header("cache-control"));
    }
    assertEquals(404, ask(code.printed(), "en").status());
  }

  @Test
  void whatIsNoCodeOfTheServiceIsNotFoundAndNotRepeated() {
    ProofCode drafted = ProofCode.fresh();
    keep(drafted, null);
    for (String code : List.of(drafted.printed(), ProofCode.fresh().printed(), "hei", "' OR 1=1")) {
      Answer answer = ask(code, "nb");
      assertEquals(404, answer.status(), code);
      assertFalse(answer.body().contains(code), answer.body());
    }
    assertEquals(400, ask("A".repeat(41), "nb").status());
    assertEquals(
        404,
        site.ask().post("/api/v1/services/late-now/proof", body(released().printed())).status());
    assertEquals(404, site.ask().post("/api/v1/services/nobody/proof", body("AAAA-AAAA")).status());
  }

  @Test
  void thePageReachesThisSiteAndNothingElse() {
    Answer page = site.ask().get("/proof/closed-now");
    assertEquals(200, page.status());
    String policy = page.header("content-security-policy");
    assertTrue(policy.contains("default-src 'none'"), policy);
    assertTrue(policy.contains("connect-src 'self'"), policy);
    assertTrue(policy.contains("frame-ancestors 'none'"), policy);
    assertEquals(404, site.ask().get("/proof/nobody").status());
  }

  private ProofCode released() {
    ProofCode code = ProofCode.fresh();
    keep(code, DAY);
    return code;
  }

  /// @param day when a text with it was released; null, it is only drafted
  private void keep(ProofCode code, @Nullable LocalDate day) {
    OffsetDateTime until =
        PublicForTests.CLOCK.instant().plus(Duration.ofDays(12)).atOffset(ZoneOffset.UTC);
    get(
        site.pool
            .preparedQuery("INSERT INTO proof (tag, service, day, until) VALUES ($1, $2, $3, $4)")
            .execute(Tuple.of(Buffer.buffer(code.tag(SERVICE)), SERVICE.slug(), day, until)));
  }

  private Answer ask(String code, String language) {
    JsonObject body = new JsonObject(body(code)).put("language", language);
    return site.ask().post("/api/v1/services/closed-now/proof", body.encode());
  }

  private static String body(String code) {
    return new JsonObject().put("code", code).encode();
  }
}
