package havn.deskhttp;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.http.Answer;
import havn.http.Asking;
import havn.journal.Act;
import havn.journal.Checks;
import havn.journal.Journal;
import havn.journal.Ledger;
import havn.journal.postgres.JournalStores;
import havn.kernel.id.StaffId;
import havn.staff.Role;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What an auditor reads, and that reading is written down.
class JournalOverHttpTest {

  private LettersForTests people;
  private Journal journal;
  private LettersForTests.Person auditor;
  private Asking page;

  @BeforeEach
  void open() {
    people = new LettersForTests();
    journal = JournalStores.journal(people.desk.pool);
    auditor = Objects.requireNonNull(people.everyRole().get(Role.AUDITOR));
    page = auditor.page();
  }

  @AfterEach
  void close() {
    people.close();
  }

  @Test
  void theNewestLineStandsFirstAndIsTheLookItself() {
    write(people.ola.member.id(), 1);
    write(people.elsewhere.member.id(), 1);
    JsonObject read = look("{}");
    JsonArray lines = read.getJsonArray("lines");
    assertEquals(3, lines.size());
    JsonObject own = lines.getJsonObject(0);
    assertEquals("journal.read", own.getString("act"));
    assertEquals("auditor", own.getString("name"));
    assertEquals(auditor.member.id().hex(), own.getString("who"));
    assertNull(lines.getJsonObject(1).getString("name"), "of another service");
    assertEquals(people.elsewhere.member.id().hex(), lines.getJsonObject(1).getString("who"));
    assertEquals("Ola", lines.getJsonObject(2).getString("name"));
    assertEquals("archive.open", lines.getJsonObject(2).getString("act"));
    assertFalse(read.getBoolean("more"));
    assertEquals(3, get(journal.read(1)).size(), "a look is one line");
  }

  @Test
  void pagesOfAHundredLeadBackToTheFirstLine() {
    write(people.ola.member.id(), 230);
    JsonObject first = look("{}");
    assertEquals(100, first.getJsonArray("lines").size());
    assertTrue(first.getBoolean("more"));
    JsonObject second = look("{\"before\":132}");
    assertEquals(131, second.getJsonArray("lines").getJsonObject(0).getInteger("number"));
    JsonObject third = look("{\"before\":32}");
    assertEquals(31, third.getJsonArray("lines").size());
    assertFalse(third.getBoolean("more"));
    assertEquals(233, get(journal.read(1)).size(), "each page is a line");
  }

  @Test
  void theExportStandsWhereTheCommandLineSays() {
    write(people.ola.member.id(), Journal.MOST_READ + 5);
    Answer export = page.post("/api/journal/export");
    assertEquals(200, export.status());
    Ledger ledger = new Ledger();
    List<String> lines = export.body().lines().toList();
    lines.forEach(line -> assertEquals(Optional.empty(), ledger.next(line)));
    assertEquals(Journal.MOST_READ + 6, ledger.lines());
    assertTrue(lines.getLast().contains("journal.export"));
  }

  @Test
  void aChangedLineIsSaid() {
    write(people.ola.member.id(), 4);
    owner("UPDATE journal SET line = replace(line, 'open', 'read') WHERE number = 2");
    assertNull(look("{}").getJsonObject("checked"), "a look at a page checks nothing");
    check();
    JsonObject checked = look("{}").getJsonObject("checked");
    assertEquals(2, checked.getInteger("flawed"));
    assertNotNull(checked.getString("standing"));
  }

  @Test
  void aLineThatNoServerWroteHidesNoOther() {
    write(people.ola.member.id(), 4);
    owner("UPDATE journal SET line = 'nothing of ours' WHERE number = 2");
    owner("UPDATE journal SET line = E'3\\t2026-11-20T12:00:00Z\\tnobody\\ta.b' WHERE number = 3");
    JsonArray lines = look("{}").getJsonArray("lines");
    assertEquals(5, lines.size());
    assertEquals("archive.open", lines.getJsonObject(1).getString("act"));
    JsonObject timed = lines.getJsonObject(2);
    assertEquals("2026-11-20T12:00:00Z", timed.getString("at"));
    assertNull(timed.getString("act"));
    JsonObject bare = lines.getJsonObject(3);
    assertEquals(2, bare.getInteger("number"));
    assertNull(bare.getString("at"));
    assertEquals("archive.open", lines.getJsonObject(4).getString("act"));
    Answer export = page.post("/api/journal/export");
    assertEquals(200, export.status());
    assertEquals(6, export.body().lines().count());
  }

  @Test
  void aWholeJournalIsSaidToBeWhole() {
    write(people.ola.member.id(), 2);
    check();
    JsonObject checked = look("{}").getJsonObject("checked");
    assertNull(checked.getInteger("flawed"));
    assertEquals(checked.getString("at"), checked.getString("whole"));
    assertTrue(checked.getString("standing").startsWith("2:"), checked::encode);
  }

  @Test
  void whereLinesWereCutThePageEndsThereAndTheExportSaysSo() {
    Instant old = Instant.parse("2021-01-01T12:00:00Z");
    for (int i = 0; i < 3; i++) {
      get(journal.write(new Act(people.ola.member.id(), Act.Deed.TASK_TAKE, new byte[16]), old));
    }
    get(new Checks(journal).look(DeskForTests.CLOCK.instant().minus(Journal.BELIEVED)));
    check();
    JsonObject read = look("{}");
    assertEquals(3, read.getInteger("cut"));
    assertEquals(2, read.getJsonArray("lines").size());
    assertEquals("journal.cut", read.getJsonArray("lines").getJsonObject(1).getString("act"));
    assertFalse(read.getBoolean("more"));
    Ledger ledger = new Ledger();
    page.post("/api/journal/export")
        .body()
        .lines()
        .forEach(line -> assertEquals(Optional.empty(), ledger.next(line)));
    assertEquals(Optional.empty(), ledger.end(Instant.MAX));
    assertEquals(3, ledger.cut().lines());
  }

  private void check() {
    get(new Checks(journal).look(DeskForTests.CLOCK.instant()));
  }

  private JsonObject look(String body) {
    Answer answer = page.with("content-type", "application/json").post("/api/journal/read", body);
    assertEquals(200, answer.status(), answer::body);
    return answer.json();
  }

  /// What whoever owns the database can do.
  private void owner(String change) {
    for (String sql : List.of("ALTER TABLE journal DISABLE TRIGGER USER", change)) {
      get(people.desk.pool.query(sql).execute());
    }
  }

  private void write(StaffId who, int lines) {
    for (int i = 0; i < lines; i++) {
      get(
          journal.write(
              new Act(who, Act.Deed.ARCHIVE_OPEN, new byte[16]), DeskForTests.CLOCK.instant()));
    }
  }
}
