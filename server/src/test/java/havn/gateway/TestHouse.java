package havn.gateway;

import static havn.Eventually.get;
import static havn.Eventually.until;

import havn.TestPorts;
import havn.admission.Passes;
import havn.admission.Tickets;
import havn.admission.redis.AdmissionStores;
import havn.cluster.Cluster;
import havn.conversation.Conversations;
import havn.conversation.Whispers;
import havn.conversation.redis.ConversationStores;
import havn.courtesy.Manners;
import havn.danger.DangerDesk;
import havn.danger.redis.DangerStores;
import havn.duty.Availability;
import havn.duty.DutyDesk;
import havn.duty.Presences;
import havn.duty.redis.DutyStores;
import havn.hours.DatedException;
import havn.hours.Schedule;
import havn.hours.Times;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.secret.Secret;
import havn.kernel.time.SystemTime;
import havn.line.Lines;
import havn.line.redis.LineStores;
import havn.login.Session;
import havn.login.Sessions;
import havn.login.redis.SessionStores;
import havn.matching.Company;
import havn.matching.Encounters;
import havn.matching.Offering;
import havn.redis.Key;
import havn.redis.Redis;
import havn.redis.RedisSettings;
import havn.redis.TestRedis;
import havn.service.Audience;
import havn.service.Duties;
import havn.service.Service;
import havn.service.ServiceBook;
import havn.service.ServiceStore;
import havn.staff.ShiftRights;
import havn.telemetry.Meters;
import havn.visit.Visits;
import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// One serving process on real Redis, with one service that is open around the clock and people who
/// may answer for it.
final class TestHouse implements AutoCloseable, Doors {

  static final String ORIGIN = "http://worker.localhost";

  /// For tests that wait for heartbeats.
  static final SocketLimits QUICK =
      new SocketLimits(100, 64, 262_144, 50, Duration.ofSeconds(10), Duration.ofMillis(300));

  final ServiceId service;
  final Vertx vertx = Vertx.vertx();

  /// Held here: a client that nobody holds closes its sockets.
  final WebSocketClient sockets =
      vertx.createWebSocketClient(
          new WebSocketClientOptions()
              .setMaxConnections(1_000)
              .setMaxFrameSize(65_536)
              .setMaxMessageSize(65_536));
  final Meters meters = new Meters();
  final Redis redis;
  final Tickets tickets;
  final Passes passes;
  final Sessions sessions;
  final Lines lines;
  final Conversations conversations;
  final Whispers whispers;
  final Presences presences;
  final DangerDesk danger;
  final Encounters encounters;
  final Availability availability;
  final Cluster cluster;
  final Gateway gateway;
  private final TestPeople people;

  final TestCalls calls = new TestCalls();
  final TestWatched watched = new TestWatched();

  /// What everybody's planned shifts give them.
  volatile ShiftRights planned = ShiftRights.NONE;

  volatile boolean isCalendarDown;

  /// How often the calendar was asked.
  final AtomicInteger asked = new AtomicInteger();

  /// How far this house's clock is ahead.
  volatile Duration ahead;

  private boolean killed;
  final int visitorPort;
  final int deskPort;

  TestHouse(TestPeople people, SocketLimits limits) {
    this(people, limits, TestRedis.shared().settings());
  }

  TestHouse(TestPeople people, SocketLimits limits, RedisSettings settings) {
    this(people, limits, settings, Duration.ZERO);
  }

  TestHouse(TestPeople people, SocketLimits limits, RedisSettings settings, Duration ahead) {
    this(people, limits, settings, ahead, TestHouse::aroundTheClock);
  }

  /// @param hours of its service
  TestHouse(
      TestPeople people,
      SocketLimits limits,
      RedisSettings settings,
      Duration ahead,
      Supplier<Schedule> hours) {
    this.people = people;
    this.ahead = ahead;
    this.service = people.service;
    InstantSource time = () -> SystemTime.wall().instant().plus(this.ahead);
    redis = get(Redis.open(vertx, settings));
    tickets = AdmissionStores.tickets(redis);
    passes = AdmissionStores.passes(redis);
    sessions = SessionStores.sessions(redis, time);
    lines = LineStores.lines(redis);
    conversations = ConversationStores.conversations(redis);
    whispers = ConversationStores.whispers(redis);
    presences = DutyStores.presences(redis);
    ServiceBook services = new ServiceBook(new OneService(service, hours));
    get(services.refresh());
    availability = new Availability(services, presences, lines, DutyStores.signs(redis), time);
    danger =
        new DangerDesk(DangerStores.calls(redis), conversations, presences, people, calls, time);
    encounters =
        new Encounters(
            conversations, lines, id -> Future.succeededFuture(), danger, presences, time);
    House house =
        new House(
            services,
            tickets,
            new Visits(services, availability, conversations, lines, encounters, passes, time),
            conversations,
            whispers,
            ConversationStores.reloads(redis),
            lines,
            new Offering(lines, presences, calls, time),
            encounters,
            new Company(conversations, ConversationStores.memberships(redis), presences, time),
            danger,
            new DutyDesk(presences, time),
            (who, wanted) -> calendar(),
            watched,
            calls,
            sessions,
            people,
            time);
    cluster = get(Cluster.join(vertx, redis, time));
    gateway = new Gateway(vertx, house, cluster, limits, new GatewayMeters(meters), Set.of(ORIGIN));
    visitorPort = listen(true);
    deskPort = listen(false);
  }

  private Future<ShiftRights> calendar() {
    asked.incrementAndGet();
    return isCalendarDown
        ? Future.failedFuture("the calendar does not answer")
        : Future.succeededFuture(planned);
  }

  private int listen(boolean visitors) {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost("127.0.0.1")
            .setPort(TestPorts.free())
            .setPerMessageWebSocketCompressionSupported(false)
            .setPerFrameWebSocketCompressionSupported(false)
            .addWebSocketSubProtocol(Gateway.SUBPROTOCOL)
            .setMaxWebSocketFrameSize(Gateway.MOST_FRAME_BYTES)
            .setMaxWebSocketMessageSize(Gateway.MOST_FRAME_BYTES);
    Deployable[] none = {};
    get(
        vertx.deployVerticle(
            () ->
                (Deployable)
                    context -> {
                      HttpServer server = vertx.createHttpServer(options);
                      server.requestHandler(r -> r.response().setStatusCode(404).end());
                      if (visitors) {
                        server.webSocketHandshakeHandler(gateway::visitorHandshake);
                        server.webSocketHandler(gateway::visitorSocket);
                      } else {
                        server.webSocketHandshakeHandler(gateway::deskHandshake);
                        server.webSocketHandler(gateway::deskSocket);
                      }
                      return server.listen();
                    },
            new DeploymentOptions().setInstances(2)));
    return options.getPort();
  }

  @Override
  public WebSocketClient sockets() {
    return sockets;
  }

  @Override
  public int visitorPort() {
    return visitorPort;
  }

  @Override
  public int deskPort() {
    return deskPort;
  }

  @Override
  public String service() {
    return service.slug();
  }

  @Override
  public Secret ticket() {
    return get(tickets.issue());
  }

  VisitorClient visitor() {
    return VisitorClient.connect(this);
  }

  /// A worker of the service, at the desk.
  DeskClient desk(TestPeople.Worker worker) {
    DeskClient desk = DeskClient.connect(this, worker, cookie(worker), ORIGIN);
    desk.hello();
    desk.await(down -> down.hasWelcome());
    return desk;
  }

  /// A worker on duty.
  DeskClient onDuty(TestPeople.Worker worker) {
    DeskClient desk = desk(worker);
    desk.dutyOn();
    desk.await(down -> down.hasDuty() && down.getDuty().getOnDuty());
    return desk;
  }

  /// Time goes twenty times as fast until something has come to pass, so that nothing that looks
  /// every few hundred milliseconds sees a gap.
  void passing(String what, BooleanSupplier passed) {
    Duration before = ahead;
    long began = SystemTime.monotonicNanos();
    until(
        what,
        () -> {
          ahead = before.plusNanos(19 * (SystemTime.monotonicNanos() - began));
          return passed.getAsBoolean();
        });
  }

  /// By this house's clock.
  Instant now() {
    return SystemTime.wall().instant().plus(ahead);
  }

  /// Whose console closed stays on duty until it is gone for a while; this one goes now.
  void goes(DeviceId device) {
    get(presences.drop(Set.of(service), device, SystemTime.wall().instant().plus(ahead)));
  }

  /// Looks now, not at its next beat, which other processes are alive.
  void looksAround() {
    get(redis.publish(Key.of("node:" + cluster.id()), new byte[16]));
  }

  Secret cookie(TestPeople.Worker worker) {
    Instant until = now().plus(Duration.ofHours(4));
    return get(
        sessions.open(
            new Session(StaffId.fresh(), TestPeople.NAME, worker.role(), Set.of(service), until)));
  }

  /// From a minute ago, everybody holds a shift on this lane; empty, on all of them.
  void plan(String lane, Instant until) {
    Instant from = SystemTime.wall().instant().minusSeconds(60);
    planned = new ShiftRights(Map.of(service, List.of(new ShiftRights.Window(lane, from, until))));
  }

  /// Ends as a process that is killed: nobody is told, nothing is written.
  void kill() {
    if (!killed) {
      killed = true;
      redis.close();
      get(vertx.close());
      meters.close();
    }
  }

  @Override
  public void close() {
    get(gateway.drain());
    get(cluster.leave().otherwiseEmpty());
    redis.close();
    meters.close();
    get(vertx.close());
  }

  private static Schedule aroundTheClock() {
    LocalDate today = LocalDate.ofInstant(SystemTime.wall().instant(), SystemTime.OSLO);
    List<DatedException> days =
        List.of(
            new DatedException(today.minusDays(1), true, Times.WHOLE_DAY, ""),
            new DatedException(today, true, Times.WHOLE_DAY, ""),
            new DatedException(today.plusDays(1), true, Times.WHOLE_DAY, ""));
    return new Schedule(SystemTime.OSLO, List.of(), days);
  }

  private record OneService(ServiceId id, Supplier<Schedule> hours) implements ServiceStore {

    @Override
    public Future<List<Service>> all() {
      return Future.succeededFuture(
          List.of(
              new Service(
                  id,
                  Audience.SELLERS,
                  Map.of("nb", "Prøve"),
                  List.of("nb", "en", "th"),
                  List.of("self"),
                  hours.get(),
                  Map.of(),
                  List.of(),
                  0,
                  URI.create("https://example.org"),
                  List.of(),
                  Optional.empty(),
                  Duties.NONE,
                  Manners.DEFAULT,
                  Service.Words.NONE)));
    }

    @Override
    public Future<List<String>> put(List<String> documents) {
      throw new UnsupportedOperationException();
    }
  }
}
