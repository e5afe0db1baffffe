package havn.correspondence;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.channel.Address;
import havn.channel.AtOnce;
import havn.channel.Channel;
import havn.channel.KeysForTests;
import havn.channel.Outbox;
import havn.channel.PhoneNumber;
import havn.channel.PhoneTags;
import havn.channel.RoleKeys;
import havn.channel.Sender;
import havn.channel.Tagged;
import havn.channel.TestProvider;
import havn.channel.Told;
import havn.channel.Work;
import havn.correspondence.postgres.CorrespondenceStores;
import havn.courtesy.FirstText;
import havn.courtesy.Language;
import havn.courtesy.Manners;
import havn.courtesy.Occasion;
import havn.figures.Counted;
import havn.journal.postgres.JournalStores;
import havn.kernel.id.ServiceId;
import havn.kernel.id.TextId;
import havn.kernel.id.ThreadId;
import havn.letters.Desk;
import havn.letters.MailboxKeyStore;
import havn.letters.MailboxKeys;
import havn.letters.postgres.LetterStores;
import havn.postgres.DatabaseForTests;
import havn.service.Audience;
import havn.service.postgres.ServiceStores;
import havn.shift.ShiftsForTests;
import havn.staff.Device;
import havn.staff.Role;
import havn.staff.Roster;
import havn.staff.RosterBook;
import havn.staff.StaffMember;
import havn.staff.postgres.StaffStores;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A service with one worker's console, a provider, and a clock that a test moves. It begins on
/// Friday the 20th of November 2026 at 13:00 local time.
public final class CorrespondenceForTests implements AutoCloseable {

  public static final ServiceId SERVICE = new ServiceId("pro-mann");
  public static final PhoneNumber PHONE = number("+4741234567");

  private static final String DOCUMENT =
      """
      {"id":"pro-mann","names":{"nb":"Samtalen"},"languages":["nb"],"lanes":["self"],
       "hours":{"zone":"Europe/Oslo","weekly":[],"exceptions":[]},"origins":[],"retentionDays":0,
       "exit":"https://www.yr.no/","emergency":[{"number":"113","kind":"health"}]}
      """;

  private static final Work HERE = new AtOnce();

  private final Optional<DatabaseForTests> database;
  public final Pool pool;
  public Instant now = Instant.parse("2026-11-20T12:00:00Z");
  private final InstantSource clock;
  private final InstantSource hearing;
  private final Instant began;
  public final Desk desk;
  public final StaffMember kari = ShiftsForTests.person("Kari", Role.WORKER);
  /// What the service allows itself.
  Manners manners = Manners.DEFAULT;
  /// Whether its provider asks for consent and takes answers for 24 hours.
  public boolean templates;
  public final CorrespondenceStore store;
  public final OptOutStore optOuts;
  public final ThreadStore threads;
  public final TestProvider provider;
  public final PhoneTags tags;
  public final MailboxKeys keys;
  final TeamSeal seal;
  final List<String> ended = new ArrayList<>();
  /// What was counted, in order.
  final List<Counted> counted = new ArrayList<>();

  /// One process of the role.
  public final class Process {
    public final MemoryKey memory = new MemoryKey();
    public final Outbox<Release> outbox =
        CorrespondenceStores.outbox(pool, memory, tags, Carried.ALL, service -> manners);
    public final Releasing releasing =
        new Releasing(store, seal, memory, JournalStores.journal(pool), clock);
    final Receiving receiving =
        new Receiving(
            store,
            optOuts,
            new Replies(
                releasing,
                (service, language) ->
                    Optional.of(
                        new FirstText.Sender("Samtalen", "https://s.example/chat/pro-mann")),
                failure -> ended.add("reply " + failure.getClass().getSimpleName())),
            seal,
            tags,
            (service, what) -> counted.add(what),
            hearing);
    public final Threads desk =
        new Threads(
            threads,
            CorrespondenceStores.standings(pool, service -> terms()),
            optOuts,
            releasing,
            tags,
            JournalStores.journal(pool),
            clock);

    Process() {
      lives();
    }

    /// What a provider tells.
    public Future<Void> told(ServiceId service, List<Told> told) {
      return told("simulator", service, told);
    }

    /// What is told there.
    public Future<Void> told(Receiving.Inbox inbox, List<Told> told) {
      return receiving.told(inbox, told);
    }

    /// What this provider tells.
    public Future<Void> told(String provider, ServiceId service, List<Told> told) {
      return receiving.told(new Receiving.Inbox(provider, Optional.of(service)), told);
    }

    void lives() {
      get(alive());
    }

    Future<Void> alive() {
      return store.alive(memory.id(), clock.instant().plusSeconds(60));
    }

    public Sender<Release> sender(Channel channel, Outbox<Release> from) {
      return new Sender<>(
          channel, from, new ReleaseWording(), heard, clock, Duration.ofSeconds(10));
    }

    /// Sends what is due.
    public int round() {
      return get(sender(provider, outbox).round());
    }
  }

  private final Sender.Heard heard =
      new Sender.Heard() {
        @Override
        public void ended(String purpose, Outbox.End end) {
          ended.add(purpose + " " + end);
        }

        @Override
        public void failed(String purpose, Throwable why) {
          ended.add(purpose + " " + why.getClass().getSimpleName());
        }
      };

  public final Process one;

  public CorrespondenceForTests(TestProvider provider) throws Exception {
    this(new DatabaseForTests(), provider);
  }

  private CorrespondenceForTests(DatabaseForTests database, TestProvider provider)
      throws Exception {
    this(Optional.of(database), database.pool, KeysForTests.fresh(), Optional.empty(), provider);
  }

  /// Over a database and keys that others have too, by a clock that runs.
  CorrespondenceForTests(Pool pool, RoleKeys keys, InstantSource clock) {
    this(Optional.empty(), pool, keys, Optional.of(clock), new TestProvider());
  }

  private CorrespondenceForTests(
      Optional<DatabaseForTests> database,
      Pool pool,
      RoleKeys keys,
      Optional<InstantSource> runs,
      TestProvider provider) {
    this.database = database;
    this.pool = pool;
    this.clock = runs.orElse(() -> now);
    this.hearing = runs.orElse(this::tick);
    this.provider = provider;
    this.store = CorrespondenceStores.in(pool, service -> terms());
    this.optOuts = CorrespondenceStores.optOuts(pool);
    this.threads = CorrespondenceStores.threads(pool);
    Instant at = clock.instant();
    this.began = at;
    this.desk = new Desk(at);
    this.tags = new PhoneTags(keys, HERE, service -> Audience.SELLERS);
    get(ServiceStores.in(pool).put(List.of(DOCUMENT)));
    get(StaffStores.people(pool, clock).add(kari));
    var devices = StaffStores.devices(pool);
    get(
        devices.enrol(
            new Device(
                desk.id,
                kari,
                desk.device.publicKey(),
                new byte[16],
                new byte[32],
                Device.State.PENDING,
                at)));
    MailboxKeyStore stated = LetterStores.keys(pool);
    consolesAreBack();
    RosterBook book = book(desk.roster(Role.WORKER, SERVICE.slug()));
    this.keys = new MailboxKeys(stated, devices, book, clock);
    this.seal = new TeamSeal(this.keys, book, HERE, clock);
    this.one = new Process();
  }

  private Terms terms() {
    return new Terms(manners, "whatsapp-cloud", templates);
  }

  /// Nobody of the service can read what comes in, until the consoles are back.
  public void consolesAreGone() {
    get(pool.query("DELETE FROM mailbox_key").execute());
  }

  public void consolesAreBack() {
    byte[] statement = desk.mailboxStatement(Duration.ZERO, Duration.ofDays(7));
    Instant until = began.plus(Duration.ofDays(7));
    get(
        LetterStores.keys(pool)
            .put(
                new MailboxKeyStore.Stated(
                    desk.id, statement, desk.signed(statement), began, until)));
  }

  private static RosterBook book(Roster roster) {
    return new RosterBook() {
      @Override
      public Optional<Roster> current() {
        return Optional.of(roster);
      }

      @Override
      public void onChange(Consumer<Roster> listener) {}
    };
  }

  public static PhoneNumber number(String e164) {
    return ((PhoneNumber.Textable) PhoneNumber.read(e164)).number();
  }

  /// A clock that has gone on each time it is read, where a test says so.
  Duration between = Duration.ZERO;

  private Instant tick() {
    now = now.plus(between);
    return now;
  }

  public void later(Duration time) {
    now = now.plus(time);
    one.lives();
  }

  Work here() {
    return HERE;
  }

  /// By the clock in Oslo, in winter.
  public void at(String local) {
    now = Instant.parse(local + ":00+01:00");
    one.lives();
  }

  public Tagged tagged(Address address) {
    return get(tags.of(address, SERVICE));
  }

  /// A phone sends something.
  void says(Address from, String id, String text) {
    get(one.told(SERVICE, List.of(new Told.Text(id, from, text))));
  }

  public Releasing.Outcome begins(Process process, PhoneNumber to, String text) {
    return begins(process, TextId.fresh(), to, text);
  }

  Releasing.Outcome begins(Process process, TextId id, PhoneNumber to, String text) {
    return begins(process, id, to, text, Optional.empty());
  }

  public Releasing.Outcome begins(
      Process process, TextId id, PhoneNumber to, String text, Optional<Errand> errand) {
    return get(
        process.releasing.begin(
            kari.id(),
            new Releasing.Beginning(
                id, SERVICE, tagged(to), to, Occasion.FIRST, Language.NB, text, errand)));
  }

  /// Kari takes the thread of the phone, reads it and answers.
  public Threads.Answered answers(String text) {
    return answers(one, text, reads());
  }

  /// Kari takes the thread of the phone and answers, having read so many texts.
  Threads.Answered answers(Process process, String text, int seen) {
    ThreadId thread = thread();
    get(process.desk.act(SERVICE, thread, kari.id(), new ThreadStore.Take()));
    return get(
        process.desk.answer(
            SERVICE,
            kari.id(),
            new Threads.Answer(thread, TextId.fresh(), PHONE.written(), text, seen)));
  }

  /// How many texts came, for whoever reads now.
  int reads() {
    return get(threads.find(SERVICE, thread(), now)).orElseThrow().words();
  }

  /// What somebody says who read so many texts, and of an answer that was lost what is known now.
  ThreadStore.Done done(int read) {
    var waiting = get(threads.find(SERVICE, thread(), now)).orElseThrow().waiting();
    return new ThreadStore.Done(
        new ThreadStore.Seen(read, waiting.flatMap(ThreadStore.Waiting::unanswered)));
  }

  /// Whether somebody waits in the thread.
  boolean waits() {
    return get(threads.find(SERVICE, thread(), now)).orElseThrow().waits();
  }

  public ThreadId thread() {
    List<ThreadStore.Shown> all = get(threads.all(SERVICE, now));
    assertTrue(!all.isEmpty(), "there is a thread");
    return all.getFirst().id();
  }

  /// The states of the thread's messages, with what they are, in order.
  public List<String> states() {
    List<String> states = new ArrayList<>();
    String query = "SELECT coalesce(occasion, 'in') AS what, state FROM message ORDER BY at, what";
    for (Row row : get(pool.query(query).execute())) {
      states.add(row.getString("what") + " " + row.getString("state"));
    }
    return states;
  }

  @Override
  public void close() {
    database.ifPresent(DatabaseForTests::close);
  }
}
