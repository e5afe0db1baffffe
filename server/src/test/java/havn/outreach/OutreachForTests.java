package havn.outreach;

import static havn.Eventually.get;

import havn.channel.AtOnce;
import havn.channel.KeysForTests;
import havn.channel.PhoneNumber;
import havn.channel.PhoneTags;
import havn.channel.RoleKeys;
import havn.correspondence.MemoryKey;
import havn.correspondence.OptOuts;
import havn.correspondence.Pace;
import havn.correspondence.Releasing;
import havn.correspondence.Standings;
import havn.correspondence.TeamSeal;
import havn.correspondence.Terms;
import havn.correspondence.postgres.CorrespondenceStores;
import havn.courtesy.Language;
import havn.courtesy.Manners;
import havn.courtesy.Window;
import havn.figures.Counted;
import havn.journal.Journal;
import havn.journal.JournalLine;
import havn.journal.postgres.JournalStores;
import havn.kernel.id.CampaignId;
import havn.kernel.id.ContactId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.id.TextId;
import havn.kernel.secret.Randomness;
import havn.letters.Desk;
import havn.letters.Hand;
import havn.letters.MailboxKeyStore;
import havn.letters.MailboxKeys;
import havn.letters.postgres.LetterStores;
import havn.outreach.CardStore.Kept;
import havn.outreach.postgres.OutreachStores;
import havn.postgres.DatabaseForTests;
import havn.seal.Hash;
import havn.service.Audience;
import havn.service.ServiceBook;
import havn.service.postgres.ServiceStores;
import havn.staff.Device;
import havn.staff.Role;
import havn.staff.Roster;
import havn.staff.RosterBook;
import havn.staff.RosterEntry;
import havn.staff.StaffMember;
import havn.staff.StaffStore;
import havn.staff.postgres.StaffStores;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/// Services that write to people, two for people who sell and one for people who buy, over a
/// real database and a clock that a test moves. It begins on Friday the 20th of November 2026 at
/// 13:00 in Oslo.
final class OutreachForTests implements AutoCloseable {

  static final ServiceId SERVICE = new ServiceId("pro-mann");
  static final ServiceId OTHER = new ServiceId("nadheim");
  static final ServiceId THIRD = new ServiceId("bergen");
  static final LocalDate ENDS = LocalDate.of(2027, 12, 1);
  static final String NUMBER = "+4741234567";
  /// What a first text has to say.
  static final String HELLO =
      "Hei fra oss: https://hjelp.example/chat/pro-mann Svar STOPP, så skriver vi ikke mer.";
  static final byte[] SEALED = Hand.sealed(1, "kallenavn, nummer");

  private static final String DOCUMENT =
      """
      {"id":"%s","audience":"%s","names":{"nb":"%s"},"languages":["nb"],"lanes":["self"],
       "hours":{"zone":"Europe/Oslo","weekly":[],"exceptions":[]},"origins":[],"retentionDays":0,
       "exit":"https://www.yr.no/","emergency":[{"number":"113","kind":"health"}]}
      """;

  final DatabaseForTests database = new DatabaseForTests();
  final Pool pool = database.pool;
  volatile Instant now = Instant.parse("2026-11-20T12:00:00Z");
  final InstantSource clock = () -> now;
  final StaffStore people = StaffStores.people(pool, clock);
  final Journal journal = JournalStores.journal(pool);
  /// What each service allows itself.
  volatile Manners manners = Manners.DEFAULT;
  /// Whether their provider asks for consent and takes answers for 24 hours.
  volatile boolean templates;
  final Standings standings = CorrespondenceStores.standings(pool, service -> terms());
  final OptOuts optOuts = CorrespondenceStores.optOuts(pool);
  final Shelves shelves = OutreachStores.in(pool);
  final ServiceBook services = new ServiceBook(ServiceStores.in(pool));
  final PhoneTags tags;
  /// What was counted, in order.
  final List<Counted> counted = new ArrayList<>();
  final Cards cards =
      new Cards(
          shelves.cards(),
          standings,
          optOuts,
          CorrespondenceStores.threads(pool),
          journal,
          (service, what) -> counted.add(what),
          clock);
  final CampaignTexts texts =
      new CampaignTexts(new Senders(services, URI.create("https://hjelp.example")));
  final Campaigns campaigns = new Campaigns(shelves.campaigns(), cards, texts, journal, clock);
  final Proofs proofs = new Proofs(shelves.proofs(), clock);
  final Sweep sweep = new Sweep(shelves.cards());
  final Intake intake;
  final StaffMember kari = somebody("Kari", Role.COORDINATOR, SERVICE);
  final StaffMember ola = somebody("Ola", Role.WORKER, SERVICE);
  private final Set<ContactId> known = new HashSet<>();
  private volatile Optional<Roster> roster = Optional.empty();

  OutreachForTests() throws Exception {
    RoleKeys keys = KeysForTests.fresh();
    Function<ServiceId, Audience> audience = id -> services.find(id).orElseThrow().audience();
    tags = new PhoneTags(keys, new AtOnce(), audience);
    intake = new Intake(shelves.cards(), standings, tags, journal, clock);
    get(
        ServiceStores.in(pool)
            .put(
                List.of(
                    DOCUMENT.formatted("pro-mann", "sellers", "Pro Mann"),
                    DOCUMENT.formatted("bergen", "sellers", "Bergen"),
                    DOCUMENT.formatted("nadheim", "buyers", "Nadheim"))));
    get(services.refresh());
  }

  /// Whoever begins, with a device of the service that has stated a key just now.
  Beginnings beginnings() {
    return beginnings(URI.create("https://hjelp.example"));
  }

  Beginnings beginnings(URI site) {
    Desk desk = new Desk(now);
    rostered(desk);
    states(desk);
    RosterBook book = new Book();
    MailboxKeys keys = mailboxKeys();
    Releasing releasing =
        new Releasing(
            CorrespondenceStores.in(pool, service -> terms()),
            new TeamSeal(keys, book, new AtOnce(), clock),
            new MemoryKey(),
            journal,
            clock);
    return new Beginnings(
        shelves, standings, releasing, new Pace(), tags, new Senders(services, site), clock);
  }

  /// That a device of Ola's has a key from now on, for a week.
  void states(Desk desk) {
    byte[] payload = desk.mailboxStatement(Duration.ZERO, Duration.ofDays(7));
    enrol(desk);
    get(
        LetterStores.keys(pool)
            .put(
                new MailboxKeyStore.Stated(
                    desk.id, payload, desk.signed(payload), now, now.plus(Duration.ofDays(7)))));
  }

  Resealing resealing() {
    return new Resealing(shelves.seals(), mailboxKeys(), journal, clock);
  }

  /// Keys of devices that the roster names.
  MailboxKeys mailboxKeys() {
    return new MailboxKeys(LetterStores.keys(pool), StaffStores.devices(pool), new Book(), clock);
  }

  /// The roster names exactly these devices, for workers of the service.
  void rostered(Desk... desks) {
    Map<DeviceId, RosterEntry> entries = new HashMap<>();
    for (Desk desk : desks) {
      entries.put(desk.id, desk.entry(Role.WORKER, SERVICE.slug()));
    }
    Instant end = now.plus(Duration.ofDays(60));
    roster = Optional.of(new Roster(7, Hash.ZEROS.bytes(), now, end, "", entries));
  }

  Terms terms() {
    return new Terms(manners, "whatsapp-cloud", templates);
  }

  private void enrol(Desk desk) {
    get(
        StaffStores.devices(pool)
            .enrol(
                new Device(
                    desk.id,
                    ola,
                    desk.device.publicKey(),
                    new byte[16],
                    new byte[32],
                    Device.State.PENDING,
                    now)));
  }

  private final class Book implements RosterBook {

    @Override
    public Optional<Roster> current() {
      return roster;
    }

    @Override
    public void onChange(Consumer<Roster> listener) {}
  }

  StaffMember somebody(String name, Role role, ServiceId service) {
    StaffMember member = new StaffMember(StaffId.fresh(), name, role, Set.of(service));
    get(people.add(member));
    return member;
  }

  static CardStore.Face face(String language, Optional<Window> window) {
    return new CardStore.Face(SEALED, List.of(DeviceId.fresh()), language, window);
  }

  static Intake.Fresh fresh(String... numbers) {
    return new Intake.Fresh(
        ContactId.fresh(), face("nb", Optional.empty()), SEALED, List.of(numbers), 2);
  }

  static CardStore.Batch batch(ServiceId service) {
    return new CardStore.Batch(service, Randomness.bytes(16), CardStore.Source.ADVERT, ENDS);
  }

  List<Kept> keep(ServiceId service, Intake.Fresh... cards) {
    Intake.Outcome outcome = get(intake.keep(kari.id(), batch(service), List.of(cards)));
    return ((Intake.Done) outcome).cards();
  }

  /// A card of the service with these numbers.
  ContactId card(String... numbers) {
    return card(SERVICE, fresh(numbers));
  }

  ContactId card(ServiceId service, Intake.Fresh fresh) {
    if (!keep(service, fresh).equals(List.of(Kept.KEPT))) {
      throw new AssertionError("it was not kept");
    }
    return fresh.id();
  }

  /// A card that somebody holds.
  ContactId held(StaffMember who, String... numbers) {
    ContactId card = card(numbers);
    if (!does(who, card, new CardAct.Take())) {
      throw new AssertionError("it was not taken");
    }
    known.add(card);
    return card;
  }

  boolean does(StaffMember who, ContactId card, CardAct act) {
    return acted(who, card, act) == Acted.DONE;
  }

  Acted acted(StaffMember who, ContactId card, CardAct act) {
    return get(cards.act(who, SERVICE, card, act));
  }

  Optional<ContactId> next(StaffMember who) {
    return next(who, SERVICE, Set.of());
  }

  /// The next card, for somebody who got the answers of all before.
  Optional<ContactId> next(StaffMember who, ServiceId service, Set<String> languages) {
    Optional<ContactId> taken = taken(get(cards.next(who, service, languages, known)));
    taken.ifPresent(known::add);
    return taken;
  }

  static Optional<ContactId> taken(Cards.Next next) {
    return next instanceof Cards.Taken taken
        ? Optional.of(taken.card().card().id())
        : Optional.empty();
  }

  List<Listed> list(ServiceId service) {
    return get(cards.list(service, Optional.empty())).cards();
  }

  Listed listed(ContactId card) {
    return list(SERVICE).stream()
        .filter(one -> one.card().id().equals(card))
        .findFirst()
        .orElseThrow();
  }

  Beginnings.Draft draft(Beginnings beginnings, StaffMember who, ContactId card) {
    return (Beginnings.Draft) get(beginnings.draft(who.id(), SERVICE, card, 0, Language.NB));
  }

  static Beginnings.Text text(ContactId card, String to, String text) {
    return new Beginnings.Text(
        TextId.fresh(), SERVICE, card, Optional.empty(), to, Optional.empty(), text);
  }

  static Beginnings.Text text(CampaignId campaign, ContactId card, String to, String text) {
    return new Beginnings.Text(
        TextId.fresh(), SERVICE, card, Optional.of(campaign), to, Optional.empty(), text);
  }

  /// That a number wrote, as far as the rules know.
  void hears(String number) {
    byte[] contact =
        get(tags.of(((PhoneNumber.Textable) PhoneNumber.read(number)).number(), SERVICE)).contact();
    get(
        pool.preparedQuery("INSERT INTO heard (tag, word) VALUES ($1, $2)")
            .execute(Tuple.of(Buffer.buffer(contact), now.atOffset(ZoneOffset.UTC))));
  }

  /// How often the journal has an act.
  long acts(String deed) {
    return get(journal.read(1)).stream()
        .map(JournalLine::text)
        .filter(text -> text.contains("\t" + deed + "\t"))
        .count();
  }

  long rows(String table) {
    for (Row row : get(pool.query("SELECT count(*) AS rows FROM " + table).execute())) {
      return row.getLong("rows");
    }
    throw new AssertionError();
  }

  void at(String instant) {
    now = Instant.parse(instant);
  }

  void later(Duration time) {
    now = now.plus(time);
  }

  @Override
  public void close() {
    database.close();
  }
}
