package havn.deskhttp;

import static havn.Eventually.get;

import havn.admission.redis.AdmissionStores;
import havn.conversation.Conversations;
import havn.conversation.redis.ConversationStores;
import havn.duty.Availability;
import havn.duty.Lateness;
import havn.duty.Presences;
import havn.duty.ServiceDesk;
import havn.duty.redis.DutyStores;
import havn.field.FieldRounds;
import havn.field.postgres.RoundStores;
import havn.figures.Figures;
import havn.figures.postgres.FigureStores;
import havn.http.Answer;
import havn.http.Asking;
import havn.journal.Journal;
import havn.journal.postgres.JournalStores;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.secret.Secret;
import havn.letters.ChatFiles;
import havn.letters.LetterDesk;
import havn.letters.LetterRoom;
import havn.letters.MailboxKeys;
import havn.letters.Mailboxes;
import havn.letters.SealedFiles;
import havn.letters.postgres.LetterStores;
import havn.letters.redis.NonceStores;
import havn.line.Lines;
import havn.line.redis.LineStores;
import havn.login.ConsoleOrigin;
import havn.login.Invites;
import havn.login.PasskeyStore;
import havn.login.Sessions;
import havn.login.SignIn;
import havn.login.postgres.LoginStores;
import havn.login.redis.SessionStores;
import havn.matching.Overtime;
import havn.notes.Notes;
import havn.notes.postgres.NoteStores;
import havn.postgres.Postgres;
import havn.postgres.PostgresAddress;
import havn.postgres.PostgresForTests;
import havn.redis.Redis;
import havn.redis.RedisSettings;
import havn.redis.TestRedis;
import havn.service.ServiceBook;
import havn.service.ServiceStore;
import havn.service.postgres.ServiceStores;
import havn.shift.Shifts;
import havn.shift.postgres.ShiftStores;
import havn.staff.DeviceStore;
import havn.staff.LiveRosterBook;
import havn.staff.Role;
import havn.staff.RosterBook;
import havn.staff.Spares;
import havn.staff.StaffMember;
import havn.staff.StaffStore;
import havn.staff.StoredPublishing;
import havn.staff.TrustStore;
import havn.staff.postgres.StaffStores;
import havn.task.Tasks;
import havn.task.postgres.TaskStores;
import havn.transcript.ArchiveStore;
import havn.transcript.Shares;
import havn.transcript.Shredder;
import havn.transcript.TranscriptRoom;
import havn.transcript.Transcripts;
import havn.transcript.postgres.ArchiveStores;
import havn.transcript.redis.ShareStores;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A desk port over real stores.
public final class DeskForTests implements AutoCloseable {

  public static final String ORIGIN = "http://coordinator.localhost:8081";
  public static final String ENCRYPTED = "https://vakt.example.org";
  public static final InstantSource CLOCK = () -> Instant.parse("2026-11-20T12:00:00Z");

  /// All sealed files together.
  static final long FILE_BYTES = 24L << 20;

  private static final String SERVICE =
      """
      {"id":"%s","names":{"nb":"%s"},"languages":["nb"],"lanes":["self"],
       "hours":{"zone":"Europe/Oslo","weekly":[],"exceptions":[]},"origins":[],"retentionDays":%d,
       "exit":"https://www.yr.no/","emergency":[{"number":"113","kind":"health"}]}
      """;

  final Vertx vertx = Vertx.vertx();
  final Pool pool;
  final Redis redis;
  final ServiceStore services;
  final ServiceBook serviceBook;
  final StaffStore people;
  final Invites invites;
  final TrustStore trust;
  final DeviceStore devices;
  final Presences presences;
  final Lines lines;
  final Conversations conversations;
  final Sessions sessions;
  final Shares shares;
  final LiveRosterBook book;
  final HttpServer server;

  /// How much later than `CLOCK` tasks and routes find it.
  volatile Duration later = Duration.ZERO;

  public DeskForTests() throws Exception {
    PostgresAddress address = PostgresForTests.migrated();
    pool = Postgres.pool(vertx, address);
    redis = patient(vertx);
    people = StaffStores.people(pool, CLOCK);
    invites = LoginStores.invites(pool, CLOCK);
    trust = StaffStores.trust(pool);
    book = new LiveRosterBook(trust, Optional.empty(), CLOCK);
    services = ServiceStores.in(pool);
    serviceBook = new ServiceBook(services);
    get(services.put(List.of(SERVICE.formatted("pro-mann", "Pro Mann", 0))));
    get(services.put(List.of(SERVICE.formatted("nadheim", "Nadheim", 14))));
    get(serviceBook.refresh());
    sessions = SessionStores.sessions(redis, CLOCK);
    PasskeyStore passkeys = LoginStores.passkeys(pool, CLOCK);
    SignIn signIn =
        new SignIn(people, invites, SessionStores.challenges(redis), passkeys, sessions, CLOCK);
    devices = StaffStores.devices(pool);
    presences = DutyStores.presences(redis);
    conversations = ConversationStores.conversations(redis);
    shares = ShareStores.shares(redis);
    Journal journal = JournalStores.journal(pool);
    ArchiveStore archives = ArchiveStores.archives(pool);
    StoredPublishing publishing =
        new StoredPublishing(
            trust, book, version -> Future.succeededFuture(), serviceBook::mixes, CLOCK);
    lines = LineStores.lines(redis);
    Availability availability =
        new Availability(serviceBook, presences, lines, DutyStores.signs(redis), CLOCK);
    DeskParts parts =
        new DeskParts(
            new DeskParts.SignInParts(signIn, sessions, invites, passkeys),
            new DeskParts.StaffParts(
                people,
                devices,
                new Spares(StaffStores.spares(pool), devices, journal, CLOCK),
                trust,
                book,
                publishing,
                journal),
            new DeskParts.Site(
                List.of(new ConsoleOrigin(ORIGIN), new ConsoleOrigin(ENCRYPTED)),
                serviceBook,
                true,
                Optional.of(8086),
                () -> book.pin().map(pin -> pin.base64url())),
            new DeskParts.DutyParts(
                availability,
                new Lateness(availability, presences, CLOCK),
                new ServiceDesk(serviceBook, presences, DutyStores.signs(redis), journal, CLOCK),
                new Overtime(book, conversations, presences, DutyStores.signs(redis), CLOCK),
                lines,
                new Shifts(ShiftStores.in(pool), CLOCK),
                new Tasks(TaskStores.in(pool), serviceBook, journal, this::now)),
            new DeskParts.WrittenParts(
                ServiceStores.editions(pool),
                new Figures(FigureStores.in(pool), CLOCK),
                new FieldRounds(RoundStores.in(pool), journal, this::now)),
            new LetterRoom(
                new Mailboxes(
                    NonceStores.nonces(redis),
                    LetterStores.mailboxes(pool),
                    AdmissionStores.passes(redis),
                    serviceBook,
                    CLOCK),
                new LetterDesk(LetterStores.letters(pool), devices, book, serviceBook, CLOCK),
                new MailboxKeys(LetterStores.keys(pool), devices, book, CLOCK),
                new SealedFiles(LetterStores.files(pool), FILE_BYTES, CLOCK),
                new ChatFiles(LetterStores.files(pool), conversations, devices, FILE_BYTES, CLOCK)),
            new TranscriptRoom(
                new Transcripts(
                    archives,
                    shares,
                    journal,
                    new Transcripts.Chats(conversations, serviceBook, devices),
                    CLOCK),
                new Shredder(archives, shares)),
            new Notes(NoteStores.in(pool), journal, this::now),
            this::now);
    DeskHttp http = get(DeskHttp.load(vertx, parts));
    server = get(vertx.createHttpServer().requestHandler(http.router()).listen(0, "127.0.0.1"));
  }

  Instant now() {
    return CLOCK.instant().plus(later);
  }

  /// A busy machine may take longer than a visitor would wait.
  private static Redis patient(Vertx vertx) {
    RedisSettings at = TestRedis.shared().settings();
    return get(
        Redis.open(
            vertx,
            new RedisSettings(
                at.uri(), at.user(), at.password(), Duration.ofSeconds(10), at.underWay())));
  }

  /// Asks as a page of ours that nobody signed in.
  public Asking ask() {
    return Asking.at(port()).with("origin", ORIGIN);
  }

  /// Asks as a page where somebody is signed in.
  public Asking as(StaffMember member) {
    return ask().with("cookie", "havn_session=" + cookie(signIn(member)));
  }

  /// The same at another port of the site.
  public Asking as(StaffMember member, int port) {
    return Asking.at(port)
        .with("origin", ORIGIN)
        .with("cookie", "havn_session=" + cookie(signIn(member)));
  }

  /// What answers at another port of the site, over the same stores.
  public interface Beside {
    Future<Router> router(
        Vertx vertx, Pool pool, Sessions sessions, DeviceStore devices, RosterBook rosters);
  }

  /// Opens another port of the site; closed by the test.
  public HttpServer besides(Beside beside) {
    Router router = get(beside.router(vertx, pool, sessions, devices, book));
    return get(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
  }

  /// Asks as a page whose device has proven its key.
  Asking as(StaffMember member, DeviceId device) {
    return as(member, device, port());
  }

  /// The same at another port of the site.
  Asking as(StaffMember member, DeviceId device, int port) {
    String cookie = cookie(signIn(member));
    get(sessions.bind(Secret.parse(cookie).orElseThrow(), device));
    return Asking.at(port).with("origin", ORIGIN).with("cookie", "havn_session=" + cookie);
  }

  public StaffMember somebody(String name, Role role) {
    StaffMember member =
        new StaffMember(StaffId.fresh(), name, role, Set.of(new ServiceId("pro-mann")));
    get(people.add(member));
    return member;
  }

  /// A one-time link's secret.
  public Secret invite(StaffMember member) {
    return get(invites.issue(member.id(), Invites.LIFE));
  }

  public int port() {
    return server.actualPort();
  }

  Answer signIn(StaffMember member) {
    String token = invite(member).reveal();
    return ask().post("/api/login/invite", new JsonObject().put("token", token).encode());
  }

  static String cookie(Answer signedIn) {
    return signedIn.header("set-cookie").replaceFirst("^havn_session=([^;]+).*$", "$1");
  }

  @Override
  public void close() {
    redis.close();
    get(server.close());
    get(pool.close());
    get(vertx.close());
  }
}
