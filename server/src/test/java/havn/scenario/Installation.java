package havn.scenario;

import static havn.Eventually.get;
import static havn.Eventually.until;
import static org.junit.jupiter.api.Assertions.assertEquals;

import havn.TestPorts;
import havn.boot.DemoSeed;
import havn.boot.ServerProcess;
import havn.config.Settings;
import havn.config.SettingsSource;
import havn.embedded.EmbeddedRedis;
import havn.embedded.TestStores;
import havn.gateway.Doors;
import havn.gateway.VisitorClient;
import havn.http.Asking;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.secret.Secret;
import havn.kernel.time.DemoClock;
import havn.kernel.time.SystemTime;
import havn.login.Invites;
import havn.login.postgres.LoginStores;
import havn.postgres.Postgres;
import havn.postgres.PostgresAddress;
import havn.postgres.PostgresForTests;
import havn.seal.Dsse;
import havn.seal.Hash;
import havn.staff.Role;
import havn.staff.RosterDocument;
import havn.staff.RosterEntry;
import havn.staff.StaffMember;
import havn.staff.TrustFixture;
import havn.staff.TrustStore;
import havn.staff.postgres.StaffStores;
import havn.wire.Samples;
import havn.wire.v1.Code;
import havn.wire.v1.RingCard;
import havn.wire.v1.VisitorDown;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A whole installation in which a story is told: the server as it is shipped, over stores of its
/// own, with the services of the demonstration, people whose devices are on the list, and a clock
/// that the story sets.
final class Installation implements AutoCloseable, Doors {

  private static final Duration ONE_WEEK = Duration.ofDays(7);

  private final int base = TestPorts.freeRow(3);
  private final Vertx vertx = Vertx.vertx();
  private final WebSocketClient sockets =
      vertx.createWebSocketClient(new WebSocketClientOptions().setMaxFrameSize(65_536));
  private final Path clockFile = Files.createTempFile("havn-clock", "");
  private final EmbeddedRedis redis = TestStores.ownRedis();
  private final PostgresAddress postgres = PostgresForTests.migrated();
  private final Pool pool = Postgres.pool(vertx, postgres);
  private final List<Person> people = new ArrayList<>();
  private final TrustFixture trust;
  private final String service;
  private long listed;
  private Optional<Hash> before = Optional.empty();
  private Optional<ServerProcess> server = Optional.empty();

  /// @param service what visitors ring at unless they say otherwise
  /// @param local when the story begins, in Oslo; the demonstration is planted on that day
  Installation(String service, String local) throws Exception {
    this.service = service;
    this.trust = new TrustFixture(instant(local));
    DemoClock.set(clockFile, instant(local), SystemTime.wall());
    DemoSeed.plant(settings(), base);
    TrustStore store = StaffStores.trust(pool);
    get(store.addRoot(1, trust.rootSet().json().print()));
    get(store.addSigner(trust.signerDocument().json().print()));
  }

  static Instant instant(String local) {
    return LocalDateTime.parse(local).atZone(SystemTime.OSLO).toInstant();
  }

  /// Somebody who works there, before it opens.
  Person hires(String name, Role role, List<String> languages, String... services) {
    Set<ServiceId> works =
        Arrays.stream(services).map(ServiceId::new).collect(Collectors.toUnmodifiableSet());
    Person person =
        new Person(this, new StaffMember(StaffId.fresh(), name, role, works), languages);
    get(StaffStores.people(pool, SystemTime.wall()).add(person.member));
    get(StaffStores.devices(pool).enrol(person.enrolled(trust.now)));
    people.add(person);
    return person;
  }

  /// Begins to serve.
  Installation opens() throws Exception {
    List<RosterEntry> devices = devices();
    Dsse list = list(trust.now, devices);
    get(StaffStores.trust(pool).addRoster(listed, list.json().print(), devices, trust.now));
    server = Optional.of(ServerProcess.start(settings()));
    return this;
  }

  private List<RosterEntry> devices() {
    return people.stream().map(person -> person.entry(trust.now)).toList();
  }

  private Dsse list(Instant from, List<RosterEntry> devices) {
    Dsse list =
        trust.roster(
            new RosterDocument(++listed, before, from, from.plus(ONE_WEEK), "", devices),
            trust.signer);
    before = Optional.of(list.payloadHash());
    return list;
  }

  /// The list of devices for the next week; whoever is given must be signed in.
  void renewsTheList(Person coordinator) {
    Dsse list = list(now(), devices());
    assertEquals(2, coordinator.page().post("/api/rosters", list.json().print()).status() / 100);
  }

  /// The clock shows this now, and goes on from there.
  void at(String local) throws Exception {
    Instant shown = instant(local);
    DemoClock.set(clockFile, shown, SystemTime.wall());
    until("the clock is set", () -> !Instant.parse(says(service).getString("now")).isBefore(shown));
  }

  Instant now() {
    return DemoClock.of(clockFile, SystemTime.wall()).instant();
  }

  /// What visitors' pages are told of a service, before they ring.
  JsonObject says(String ofService) {
    return Asking.at(base).get("/api/v1/services/" + ofService).json();
  }

  /// The same of the service of this story.
  JsonObject says() {
    return says(service);
  }

  /// Waits until pages are told so; consoles say at their next beat that they are still there.
  void admits(String admission) {
    until(admission, () -> says().getString("admits").equals(admission));
  }

  String state() {
    return says().getString("state");
  }

  RingCard.Builder card() {
    return Samples.card(service).toBuilder();
  }

  /// Somebody rings and waits.
  VisitorClient rings(RingCard.Builder card) {
    VisitorClient visitor = welcomed();
    visitor.ring(card.build());
    return visitor;
  }

  /// Nobody answers before that moment, and pages are told so.
  void closedUntil(String opens) {
    assertEquals("closed", state());
    assertEquals(opens, says().getString("opensAt"));
    assertEquals(Code.SERVICE_CLOSED, refused(card()));
  }

  /// Somebody rings and is told why not.
  Code refused(RingCard.Builder card) {
    VisitorClient visitor = welcomed();
    visitor.send(Samples.ring(card.build()));
    Code code = visitor.await(VisitorDown::hasRefused).getRefused().getCode();
    visitor.ws.close();
    return code;
  }

  Secret invite(StaffMember member) {
    return get(LoginStores.invites(pool, this::now).issue(member.id(), Invites.LIFE));
  }

  String origin() {
    return "http://localhost:" + deskPort();
  }

  Asking asksTheDesk() {
    return Asking.at(deskPort()).with("origin", origin());
  }

  @Override
  public WebSocketClient sockets() {
    return sockets;
  }

  @Override
  public int visitorPort() {
    return base;
  }

  @Override
  public int deskPort() {
    return base + 1;
  }

  @Override
  public String service() {
    return service;
  }

  @Override
  public Secret ticket() {
    JsonObject ticket = Asking.at(base).post("/api/v1/tickets").json();
    return Secret.parse(ticket.getString("ticket")).orElseThrow();
  }

  private Settings settings() throws Exception {
    Map<String, String> environment = new HashMap<>();
    environment.put("HAVN_DEMO", "true");
    environment.put("HAVN_DEMO_CLOCK", clockFile.toString());
    environment.put("HAVN_PORT_BASE", Integer.toString(base));
    environment.put("HAVN_STORES", "embedded");
    environment.put("HAVN_REDIS_URI", URI.create("redis://127.0.0.1:" + redis.port()).toString());
    environment.put("HAVN_REDIS_PASSWORD", redis.password().text());
    environment.put("HAVN_POSTGRES_PORT", Integer.toString(postgres.port()));
    environment.put("HAVN_POSTGRES_DATABASE", postgres.database());
    environment.put("HAVN_POSTGRES_PASSWORD", postgres.password().text());
    environment.put("HAVN_LIMITS_HEARTBEAT", "1s");
    environment.put("HAVN_LIMITS_DRAIN", "100ms");
    return SettingsSource.read(Optional.empty(), environment);
  }

  @Override
  public void close() throws Exception {
    server.ifPresent(ServerProcess::close);
    get(pool.close());
    get(vertx.close());
    redis.close();
    Files.delete(clockFile);
  }
}
