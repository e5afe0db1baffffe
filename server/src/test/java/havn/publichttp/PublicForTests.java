package havn.publichttp;

import static havn.Eventually.get;

import com.google.protobuf.ByteString;
import havn.admission.Tickets;
import havn.admission.redis.AdmissionStores;
import havn.conversation.Conversation;
import havn.conversation.Conversations;
import havn.conversation.Reloads;
import havn.conversation.redis.ConversationStores;
import havn.danger.DangerCalls;
import havn.danger.DangerDesk;
import havn.danger.redis.DangerStores;
import havn.duty.Availability;
import havn.duty.NobodyIsCalled;
import havn.duty.Presences;
import havn.duty.redis.DutyStores;
import havn.http.Answer;
import havn.http.Asking;
import havn.journal.postgres.JournalStores;
import havn.kernel.id.ConversationId;
import havn.kernel.id.ServiceId;
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
import havn.matching.Encounters;
import havn.notes.Notes;
import havn.notes.postgres.NoteStores;
import havn.outreach.ProofStore;
import havn.outreach.Proofs;
import havn.outreach.postgres.OutreachStores;
import havn.postgres.Postgres;
import havn.postgres.PostgresAddress;
import havn.postgres.PostgresForTests;
import havn.redis.Redis;
import havn.redis.RedisSettings;
import havn.redis.TestRedis;
import havn.service.ServiceBook;
import havn.service.ServiceStore;
import havn.service.postgres.ServiceStores;
import havn.staff.DeviceStore;
import havn.staff.LiveRosterBook;
import havn.staff.Roster;
import havn.staff.RosterBook;
import havn.staff.TrustStore;
import havn.staff.postgres.StaffStores;
import havn.transcript.ArchiveStore;
import havn.transcript.Shares;
import havn.transcript.Shredder;
import havn.transcript.postgres.ArchiveStores;
import havn.transcript.redis.ShareStores;
import havn.visit.Erasing;
import havn.visit.Reloading;
import havn.visit.Visits;
import havn.wire.v1.EndReason;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.sqlclient.Pool;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// A public port over real stores, on a Friday at 13:00 in Oslo.
final class PublicForTests implements AutoCloseable {

  static final String SITE = "http://localhost:8080";
  static final InstantSource CLOCK = () -> Instant.parse("2026-11-20T12:00:00Z");

  /// All sealed files together.
  static final long FILE_BYTES = 24L << 20;

  static final String SERVICE =
      """
      {"id":"%s","names":{"nb":"Navn","en":"Name"},"languages":["nb","en"],"lanes":["self","professional"],
       "hours":{"zone":"Europe/Oslo","weekly":[{"day":"%s","from":"12:00","to":"15:00"}],"exceptions":[]},
       "origins":%s,"retentionDays":0,"exit":"https://www.yr.no/",
       "emergency":[{"number":"113","kind":"health"},{"number":"112","kind":"police"}],
       "afterHours":{"names":{"nb":"Krisesenteret"},"phone":"22000000"},
       "duties":{"notice":{"nb":"Vi har meldeplikt."}}}
      """;

  final Vertx vertx = Vertx.vertx();
  final Pool pool;
  final Redis redis;
  final ServiceStore services;
  final ServiceBook book;
  final TrustStore trust;
  final Tickets tickets;
  final LiveRosterBook rosters;
  final MailboxKeys keys;
  final Conversations conversations;
  final Lines lines;
  final ChatFiles chatFiles;
  final Encounters encounters;
  final DangerCalls calls;
  final Presences presences;

  /// By which it is known who may come to help; nobody, unless a test says so.
  volatile Optional<Roster> helpers = Optional.empty();
  final Reloads reloads;

  /// How far the clock of reloads is ahead.
  volatile Duration ahead = Duration.ZERO;
  final ArchiveStore archives;
  final ProofStore proofs;
  final Shares shares;
  final List<EndReason> announced = new CopyOnWriteArrayList<>();
  final List<ServiceId> inDanger = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  PublicForTests() {
    PostgresAddress address = PostgresForTests.migrated();
    pool = Postgres.pool(vertx, address);
    RedisSettings at = TestRedis.shared().settings();
    redis =
        get(
            Redis.open(
                vertx,
                new RedisSettings(
                    at.uri(), at.user(), at.password(), Duration.ofSeconds(10), at.underWay())));
    services = ServiceStores.in(pool);
    get(
        services.put(
            List.of(SERVICE.formatted("closed-now", "monday", "[\"https://a.example\"]"))));
    get(services.put(List.of(SERVICE.formatted("late-now", "friday", "[]"))));
    book = new ServiceBook(services);
    get(book.refresh());
    trust = StaffStores.trust(pool);
    rosters = new LiveRosterBook(trust, Optional.empty(), CLOCK);
    tickets = AdmissionStores.tickets(redis);
    Availability availability =
        new Availability(
            book,
            DutyStores.presences(redis),
            LineStores.lines(redis),
            DutyStores.signs(redis),
            CLOCK);
    DeviceStore devices = StaffStores.devices(pool);
    keys = new MailboxKeys(LetterStores.keys(pool), devices, rosters, CLOCK);
    conversations = ConversationStores.conversations(redis);
    chatFiles = new ChatFiles(LetterStores.files(pool), conversations, devices, FILE_BYTES, CLOCK);
    LetterRoom letters =
        new LetterRoom(
            new Mailboxes(
                NonceStores.nonces(redis),
                LetterStores.mailboxes(pool),
                AdmissionStores.passes(redis),
                book,
                CLOCK),
            new LetterDesk(LetterStores.letters(pool), devices, rosters, book, CLOCK),
            keys,
            new SealedFiles(LetterStores.files(pool), FILE_BYTES, CLOCK),
            chatFiles);
    lines = LineStores.lines(redis);
    archives = ArchiveStores.archives(pool);
    proofs = OutreachStores.proofs(pool);
    shares = ShareStores.shares(redis);
    calls = DangerStores.calls(redis);
    presences = DutyStores.presences(redis);
    DangerDesk danger =
        new DangerDesk(calls, conversations, presences, helpers(), new NobodyIsCalled(), CLOCK);
    encounters = new Encounters(conversations, lines, chatFiles, danger, presences, CLOCK);
    Visits visits =
        new Visits(
            book,
            availability,
            conversations,
            lines,
            encounters,
            AdmissionStores.passes(redis),
            CLOCK);
    reloads = ConversationStores.reloads(redis);
    Erasing erasing =
        new Erasing(
            visits,
            conversations,
            encounters,
            chatFiles,
            new Shredder(archives, shares),
            new Notes(NoteStores.in(pool), JournalStores.journal(pool), CLOCK),
            (conversation, seq, reason) -> announced.add(reason));
    PublicHttp http =
        get(
            PublicHttp.load(
                vertx,
                new PublicParts(
                    book,
                    availability,
                    tickets,
                    trust,
                    letters,
                    erasing,
                    new Reloading(visits, reloads, () -> CLOCK.instant().plus(ahead)),
                    danger,
                    inDanger::add,
                    new Proofs(proofs, CLOCK),
                    URI.create(SITE),
                    200,
                    CLOCK)));
    server = get(vertx.createHttpServer().requestHandler(http.router()).listen(0, "127.0.0.1"));
  }

  private RosterBook helpers() {
    return new RosterBook() {
      @Override
      public Optional<Roster> current() {
        return helpers;
      }

      @Override
      public void onChange(Consumer<Roster> listener) {}
    };
  }

  /// Somebody waits in the line of the service that is late.
  void rung(ConversationId id, Secret capability) {
    var ring =
        new Conversation.Ring(
            new ServiceId("late-now"),
            "self",
            "nb",
            ByteString.EMPTY,
            capability.fingerprint(),
            CLOCK.instant());
    get(conversations.open(id, ring));
  }

  Asking ask() {
    return Asking.at(server.actualPort());
  }

  int port() {
    return server.actualPort();
  }

  Answer upload(byte[] content, String ticket) {
    return ask()
        .with("content-type", "application/octet-stream")
        .with("havn-ticket", ticket)
        .post("/api/v1/files", BodyPublishers.ofByteArray(content));
  }

  /// The exact bytes of an answer.
  byte[] download(String path) throws Exception {
    URI at = URI.create("http://127.0.0.1:" + port() + path);
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(at).build(), HttpResponse.BodyHandlers.ofByteArray())
          .body();
    }
  }

  @Override
  public void close() {
    redis.close();
    get(server.close());
    get(pool.close());
    get(vertx.close());
  }
}
