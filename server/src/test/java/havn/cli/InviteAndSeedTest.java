package havn.cli;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.embedded.EmbeddedPostgres;
import havn.embedded.TestStores;
import havn.hours.OpeningHours;
import havn.journal.postgres.JournalStores;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.secret.Secret;
import havn.kernel.time.SystemTime;
import havn.login.Invites;
import havn.login.postgres.LoginStores;
import havn.postgres.Postgres;
import havn.postgres.PostgresAddress;
import havn.service.Editions;
import havn.service.Service;
import havn.service.ServiceBook;
import havn.service.postgres.ServiceStores;
import havn.staff.Role;
import havn.staff.StaffMember;
import havn.staff.StaffStore;
import havn.staff.postgres.StaffStores;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `havn service`, `havn seed-demo` and `havn invite` over a real PostgreSQL.
class InviteAndSeedTest {

  @TempDir Path dir;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Vertx vertx;
  private Pool pool;
  private EmbeddedPostgres database;

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
    database = TestStores.freshDatabase();
    pool =
        Postgres.pool(
            vertx,
            new PostgresAddress(
                database.host(),
                database.port(),
                database.database(),
                database.user(),
                database.password()));
  }

  @AfterEach
  void close() {
    get(pool.close());
    get(vertx.close());
  }

  @Test
  void seedingPlantsServicesThatOpenTodayAndPeopleWithLinksThatWorkOnce() throws IOException {
    Path file = dir.resolve("seed.json");
    assertEquals(
        0, havn("seed-demo", "--out", file.toString(), "--port-base", "18300"), err::toString);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    JsonObject links = new JsonObject(Files.readString(file)).getJsonObject("invites");

    ServiceBook book = new ServiceBook(ServiceStores.in(pool));
    get(book.refresh());
    Instant now = SystemTime.wall().instant();
    Service proMann = book.find(new ServiceId("pro-mann")).orElseThrow();
    assertTrue(new OpeningHours(proMann.hours()).inHours(now));
    assertTrue(new OpeningHours(proMann.hours()).inHours(now.plus(Duration.ofHours(20))));
    assertEquals(List.of("http://localhost:18303"), proMann.origins());
    Service rosa = book.find(new ServiceId("rosa")).orElseThrow();
    assertTrue(new OpeningHours(rosa.hours()).closesAt(now).isEmpty());
    assertTrue(new OpeningHours(rosa.hours()).inHours(now));
    assertTrue(
        book.find(new ServiceId("nadheim"))
            .orElseThrow()
            .languages()
            .containsAll(List.of("es", "th")));

    assertEquals(Role.COORDINATOR, redeemed(links.getString("coordinator")).role());
    assertEquals(Role.WORKER, redeemed(links.getString("worker")).role());
    assertEquals(Role.VOLUNTEER, redeemed(links.getString("volunteer")).role());
    assertEquals(Role.COORDINATOR, redeemed(links.getJsonArray("signer").getString(0)).role());
    assertEquals(64, links.getJsonArray("signer").size());
  }

  @Test
  void seedingAgainKeepsThePeople() throws IOException {
    assertEquals(0, havn("seed-demo"), err::toString);
    assertEquals(0, havn("seed-demo"), err::toString);
    String[] lines = out.toString().strip().split("\n");
    StaffMember first = redeemed(links(lines[0]).getString("worker"));
    StaffMember second = redeemed(links(lines[1]).getString("worker"));
    assertEquals(first.id(), second.id());
  }

  @Test
  void seedingAgainKeepsWhatACoordinatorMadeOfServicesAndPeople() throws IOException {
    assertEquals(0, havn("seed-demo"), err::toString);
    Editions editions = ServiceStores.editions(pool);
    ServiceId rosa = new ServiceId("rosa");
    JsonObject written =
        new JsonObject(get(editions.find(rosa)).editions().getFirst().document())
            .put("names", new JsonObject().put("nb", "Rosa natt"));
    assertEquals(List.of(), get(ServiceStores.in(pool).put(List.of(written.encode()))));
    StaffStore people = StaffStores.people(pool, SystemTime.wall());
    StaffId camila = get(people.named("Camila")).getFirst().id();
    Instant now = SystemTime.wall().instant();
    get(people.offBoard(camila, now, LocalDate.ofInstant(now, SystemTime.OSLO)));
    out.getBuffer().setLength(0);

    assertEquals(0, havn("seed-demo"), err::toString);
    assertEquals(2, get(editions.find(rosa)).newest());
    assertEquals(1, get(editions.find(new ServiceId("pro-mann"))).newest());
    assertTrue(get(people.find(camila)).isEmpty());
    StaffMember next = redeemed(links(out.toString().strip()).getString("volunteer"));
    assertEquals(Role.VOLUNTEER, next.role());
  }

  @Test
  void withoutDemoSettingsNothingIsPlanted() throws IOException {
    assertEquals(1, run(settings(false), "seed-demo"));
    assertTrue(err.toString().contains("it takes demo: true"));
  }

  @Test
  void anInviteSignsTheFirstCoordinatorIn() throws IOException {
    havn("seed-demo");
    out.getBuffer().setLength(0);
    assertEquals(
        0,
        havn("invite", "--name", "Siri", "--role", "coordinator", "--services", "nadheim,rosa"),
        err::toString);
    String link = out.toString().strip();
    assertTrue(link.matches("http://localhost:\\d+/#i=[A-Za-z0-9_-]{43}"), link);
    StaffMember siri = redeemed(link.substring(link.indexOf("#i=") + 3));
    assertEquals("Siri", siri.shownName());
    assertEquals(2, siri.services().size());
  }

  @Test
  void anInviteWithATypoNamesWhatThereIs() throws IOException {
    havn("seed-demo");
    assertEquals(1, havn("invite", "--name", "Siri", "--role", "worker", "--services", "promann"));
    assertTrue(
        err.toString().contains("there are barnevernvakt, kjopere, nadheim, "), err.toString());
    assertEquals(1, havn("invite", "--name", "Siri", "--role", "boss", "--services", "rosa"));
    assertTrue(err.toString().contains("`boss` is not a role"), err.toString());
  }

  @Test
  void anInviteForSomebodyWhoExistsSignsInThatPersonAndIsWrittenIntoTheJournal()
      throws IOException {
    havn("seed-demo");
    havn("invite", "--name", "Siri", "--role", "worker", "--services", "rosa");
    StaffMember first = redeemed(link());
    assertEquals(0, havn("invite", "--name", "Siri", "--again"), err::toString);
    assertEquals(first.id(), redeemed(link()).id());
    String line = get(JournalStores.journal(pool).read(1)).getFirst().text();
    assertTrue(line.contains("\tstaff.link\t"), line);
  }

  @Test
  void anInviteAgainForNobodyOrForOneOfTwoIsRefused() throws IOException {
    havn("seed-demo");
    assertEquals(1, havn("invite", "--name", "Siri", "--again"));
    assertTrue(err.toString().contains("nobody is called that"), err.toString());
    havn("invite", "--name", "Siri", "--role", "worker", "--services", "rosa");
    havn("invite", "--name", "Siri", "--role", "coordinator", "--services", "rosa");
    assertEquals(1, havn("invite", "--name", "Siri", "--again"));
    assertTrue(err.toString().contains("2 people are called that"), err.toString());
    assertEquals(0, havn("invite", "--name", "Siri", "--role", "worker", "--again"), err::toString);
    assertEquals(Role.WORKER, redeemed(link()).role());
    assertEquals(1, havn("invite", "--name", "Siri", "--role", "worker"));
    assertTrue(err.toString().contains("--services are needed"), err.toString());
  }

  /// The token of the link that was printed last.
  private String link() {
    return out.toString().strip().replaceFirst("(?s)^.*#i=", "");
  }

  @Test
  void servicesAreStoredAllOrNoneAndEveryFaultIsNamed() throws IOException {
    String text = document("helse");
    Path good = Files.writeString(dir.resolve("good.json"), text);
    Path bad =
        Files.writeString(
            dir.resolve("bad.json"), text.replace("helse", "Helse").replace("exit", "exitt"));
    assertEquals(1, havn("service", "put", good.toString(), bad.toString()));
    assertTrue(err.toString().contains("bad.json: id must be 1–64"), err.toString());
    assertTrue(err.toString().contains("bad.json: exit is missing"), err.toString());
    assertTrue(err.toString().contains("bad.json: exitt is not known"), err.toString());
    assertEquals(0, havn("service", "list"), err::toString);
    assertEquals("", out.toString());

    assertEquals(0, havn("service", "put", good.toString()), err::toString);
    assertEquals(0, havn("service", "list"), err::toString);
    assertEquals(List.of("stored helse", "helse"), out.toString().lines().toList());
  }

  @Test
  void aFileThatIsNotThereIsNamed() throws IOException {
    assertEquals(1, havn("service", "put", "nothing.json"));
    assertTrue(err.toString().contains("nothing.json cannot be read"), err.toString());
  }

  private static String document(String id) {
    return """
    {"id":"%s","names":{"nb":"Helse"},"languages":["nb"],"lanes":["self"],
     "hours":{"zone":"Europe/Oslo","weekly":[],"exceptions":[]},"origins":[],"retentionDays":0,
     "exit":"https://www.yr.no/","emergency":[{"number":"113","kind":"health"}]}
    """
        .formatted(id);
  }

  private StaffMember redeemed(String token) {
    Invites invites = LoginStores.invites(pool, SystemTime.wall());
    StaffStore people = StaffStores.people(pool, SystemTime.wall());
    StaffId id = get(invites.redeem(Secret.parse(token).orElseThrow())).orElseThrow();
    assertTrue(get(invites.redeem(Secret.parse(token).orElseThrow())).isEmpty());
    return get(people.find(id)).orElseThrow();
  }

  private static JsonObject links(String line) {
    return new JsonObject(line).getJsonObject("invites");
  }

  private int havn(String... arguments) throws IOException {
    return run(settings(true), arguments);
  }

  private int run(Path settings, String... arguments) {
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--config";
    all[arguments.length + 1] = settings.toString();
    return Havn.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
  }

  private Path settings(boolean demo) throws IOException {
    return Files.writeString(
        dir.resolve("havn.yaml"),
        """
        demo: %s
        redis:
          password: nobody-asks-redis
        postgres:
          host: %s
          port: %d
          database: %s
          user: %s
          password: %s
        """
            .formatted(
                demo,
                database.host(),
                database.port(),
                database.database(),
                database.user(),
                database.password().text()));
  }
}
