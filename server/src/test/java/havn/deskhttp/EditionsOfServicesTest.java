package havn.deskhttp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.Eventually;
import havn.http.Answer;
import havn.http.Asking;
import havn.journal.postgres.JournalStores;
import havn.kernel.id.ServiceId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EditionsOfServicesTest {

  private static final String HAVEN =
      """
      {"id":"haven","names":{"nb":"Haven"},"languages":["nb"],"lanes":["self"],
       "hours":{"zone":"Europe/Oslo","weekly":[],"exceptions":[]},"origins":[],"retentionDays":0,
       "exit":"https://www.yr.no/","emergency":[{"number":"113","kind":"health"}]}
      """;

  private LettersForTests people;

  @BeforeEach
  void open() {
    people = new LettersForTests();
  }

  @AfterEach
  void close() {
    people.close();
  }

  @Test
  void aCoordinatorMakesAServiceAndHasItAtOnceAndTheJournalSaysSo() {
    Asking kari = people.kari.page();
    assertEquals(1, save(kari, HAVEN, 0, 0).getInteger("revision"));
    JsonObject unpublished = listed(kari, "haven");
    assertEquals(0, unpublished.getInteger("edition"));
    assertTrue(unpublished.getBoolean("draft"));
    assertEquals(1, publish(kari, 1).getInteger("edition"));
    assertTrue(people.desk.serviceBook.find(new ServiceId("haven")).isPresent());
    JsonObject published = listed(kari, "haven");
    assertEquals("Kari", published.getString("by"));
    assertFalse(published.getBoolean("draft"));
    JsonArray mine = kari.get("/api/me").json().getJsonArray("services");
    assertEquals("haven", mine.getJsonObject(0).getString("id"));
    JsonObject undo = new JsonObject().put("service", "haven").put("base", 1);
    assertEquals(2, kari.post("/api/services/undo", undo.encode()).json().getInteger("edition"));
    JsonObject looked = kari.get("/api/services/haven").json();
    assertTrue(looked.getJsonObject("document").getBoolean("off"));
    assertNull(looked.getJsonObject("before").getBoolean("off"));
    assertEquals(2, looked.getJsonArray("editions").size());
    List<String> deeds =
        Eventually.get(JournalStores.journal(people.desk.pool).read(1)).stream()
            .map(line -> line.text().split("\t")[3])
            .toList();
    assertEquals(List.of("service.publish", "service.undo"), deeds);
  }

  @Test
  void whatIsWrongIsAnsweredWithPathAndFixAndNothingIsPublished() {
    Asking kari = people.kari.page();
    save(kari, HAVEN.replace("\"nb\":\"Haven\"", ""), 0, 0);
    JsonObject answer = publish(kari, 1);
    assertNull(answer.getInteger("edition"));
    assertEquals("names must hold at least one name", answer.getJsonArray("faults").getString(0));
    assertTrue(people.desk.serviceBook.find(new ServiceId("haven")).isEmpty());
  }

  @Test
  void onlyCoordinatorsOfAServiceSeeAndChangeIt() {
    for (Asking other : List.of(people.ola.page(), people.camila.page(), people.elsewhere.page())) {
      assertEquals(403, other.get("/api/services").status());
      assertEquals(403, saving(other, HAVEN, 0, 0).status());
    }
    Asking berit = people.berit.page();
    assertEquals(404, berit.get("/api/services/pro-mann").status());
    String others = HAVEN.replace("haven", "pro-mann");
    assertEquals(404, saving(berit, others, 1, 0).status());
    save(people.kari.page(), HAVEN, 0, 0);
    assertEquals(404, berit.get("/api/services/haven").status());
    assertEquals(404, saving(berit, HAVEN, 0, 1).status());
    assertEquals(
        404,
        berit
            .post(
                "/api/services/publish",
                new JsonObject().put("service", "haven").put("revision", 1).encode())
            .status());
  }

  @Test
  void aDraftOfAnotherServiceOrOfMoreThan64KiBIsRefused() {
    Asking kari = people.kari.page();
    JsonObject body =
        new JsonObject()
            .put("service", "pro-mann")
            .put("base", 1)
            .put("revision", 0)
            .put("document", new JsonObject(HAVEN));
    assertEquals(422, kari.post("/api/services/drafts", body.encode()).status());
    body.put("document", new JsonObject().put("id", "pro-mann").put("note", "å".repeat(33_000)));
    assertEquals(422, kari.post("/api/services/drafts", body.encode()).status());
    body.put("document", new JsonObject().put("id", "pro-mann"));
    assertEquals(200, kari.post("/api/services/drafts", body.encode()).status());
    assertEquals(409, kari.post("/api/services/drafts", body.encode()).status());
  }

  private static JsonObject listed(Asking page, String id) {
    return page.get("/api/services").json().getJsonArray("services").stream()
        .map(JsonObject.class::cast)
        .filter(service -> service.getString("id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static JsonObject save(Asking page, String document, int base, int revision) {
    return saving(page, document, base, revision).json();
  }

  private static Answer saving(Asking page, String document, int base, int revision) {
    JsonObject read = new JsonObject(document);
    return page.post(
        "/api/services/drafts",
        new JsonObject()
            .put("service", read.getString("id"))
            .put("base", base)
            .put("revision", revision)
            .put("document", read)
            .encode());
  }

  private static JsonObject publish(Asking page, int revision) {
    return page.post(
            "/api/services/publish",
            new JsonObject().put("service", "haven").put("revision", revision).encode())
        .json();
  }
}
