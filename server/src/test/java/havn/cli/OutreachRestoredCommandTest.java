package havn.cli;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.journal.JournalLine;
import havn.journal.postgres.JournalStores;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.time.SystemTime;
import havn.postgres.DatabaseForTests;
import havn.postgres.PostgresAddress;
import havn.staff.Role;
import havn.staff.StaffMember;
import havn.staff.postgres.StaffStores;
import io.vertx.sqlclient.Row;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `havn outreach restored` over a real PostgreSQL.
class OutreachRestoredCommandTest {

  private static final String RESTORED =
      "INSERT INTO begun (id, tag, service, at, what) VALUES (decode(repeat('01', 16), 'hex'),"
          + " decode(repeat('00', 32), 'hex'), '', now(), 'reminder')";

  @TempDir Path dir;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private DatabaseForTests database;

  @BeforeEach
  void open() {
    database = new DatabaseForTests();
    get(database.pool.query(RESTORED).execute());
    person("Siri", Role.COORDINATOR);
    person("Siri", Role.WORKER);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void itSaysUntilWhenAndWhatHasToBeSoBeforeSomebodyEndsIt() throws IOException {
    assertEquals(0, restored(), err::toString);
    String day = SystemTime.wall().instant().atZone(SystemTime.OSLO).plusDays(180).toString();
    assertTrue(out.toString().contains("until " + day.substring(0, 7)), out::toString);
    assertTrue(out.toString().contains("list of stops"), out::toString);
    assertEquals(1, silences());
  }

  @Test
  void aCoordinatorsDecisionEndsItAndStandsInTheJournalInTheirName() throws IOException {
    StaffId decides = person("Kari", Role.COORDINATOR);
    assertEquals(
        0, restored("--decided-by", "Kari", "--nothing-sent", "--stops-imported"), err::toString);
    assertEquals(0, silences());
    List<JournalLine> lines = get(JournalStores.journal(database.pool).read(1));
    assertEquals(1, lines.size());
    assertTrue(
        lines.getFirst().text().contains("\t" + decides.hex() + "\toutreach.again\t"),
        lines.getFirst().text());
    out.getBuffer().setLength(0);
    assertEquals(0, restored(), err::toString);
    assertTrue(out.toString().startsWith("no restore keeps"), out::toString);
    refused("there is no silence", "--decided-by", "Kari", "--nothing-sent", "--stops-imported");
  }

  @Test
  void whatIsNotConfirmedIsNamedAndEndsNothing() throws IOException {
    refused("--decided-by: name", "--nothing-sent", "--stops-imported");
    refused("--nothing-sent is missing", "--decided-by", "Siri", "--stops-imported");
    refused("--stops-imported is missing", "--decided-by", "Siri", "--nothing-sent");
    refused("no coordinator", "--decided-by", "Ola", "--nothing-sent", "--stops-imported");
    person("Siri", Role.COORDINATOR);
    refused("2 coordinators", "--decided-by", "Siri", "--nothing-sent", "--stops-imported");
    assertEquals(1, silences());
    assertEquals(List.of(), get(JournalStores.journal(database.pool).read(1)));
  }

  private void refused(String why, String... arguments) throws IOException {
    err.getBuffer().setLength(0);
    assertEquals(1, restored(arguments), out::toString);
    assertTrue(err.toString().contains(why), err::toString);
  }

  private int silences() {
    for (Row row : get(database.pool.query("SELECT count(*)::int AS n FROM begun").execute())) {
      return row.getInteger("n");
    }
    return -1;
  }

  private StaffId person(String name, Role role) {
    StaffMember member =
        new StaffMember(StaffId.fresh(), name, role, Set.of(new ServiceId("rosa")));
    get(StaffStores.people(database.pool, SystemTime.wall()).add(member));
    return member.id();
  }

  private int restored(String... arguments) throws IOException {
    PostgresAddress at = database.address;
    Path settings =
        Files.writeString(
            dir.resolve("havn.yaml"),
            """
            redis:
              password: nobody-asks-redis
            postgres:
              host: %s
              port: %d
              database: %s
              user: %s
              password: %s
            """
                .formatted(at.host(), at.port(), at.database(), at.user(), at.password().text()));
    String[] line =
        Stream.of(
                Stream.of("outreach", "restored"),
                Stream.of(arguments),
                Stream.of("--config", settings.toString()))
            .flatMap(part -> part)
            .toArray(String[]::new);
    return Havn.run(new PrintWriter(out, true), new PrintWriter(err, true), line);
  }
}
