package havn.outreach;

import static havn.Eventually.get;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.channel.Ability;
import havn.channel.PhoneNumber;
import havn.channel.TestProvider;
import havn.channel.Told;
import havn.correspondence.CorrespondenceForTests;
import havn.correspondence.Pace;
import havn.correspondence.Terms;
import havn.correspondence.ThreadStore;
import havn.correspondence.Threads;
import havn.correspondence.postgres.CorrespondenceStores;
import havn.courtesy.Language;
import havn.courtesy.Manners;
import havn.journal.postgres.JournalStores;
import havn.kernel.id.CampaignId;
import havn.kernel.id.ContactId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.TextId;
import havn.kernel.secret.Randomness;
import havn.letters.Hand;
import havn.outreach.postgres.OutreachStores;
import havn.postgres.DumpForTests;
import havn.publichttp.Ears;
import havn.service.ServiceBook;
import havn.service.postgres.ServiceStores;
import havn.shift.ShiftsForTests;
import havn.staff.Role;
import havn.staff.StaffMember;
import havn.staff.postgres.StaffStores;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whoever has everything that the database holds after a campaign learns no number that took part,
/// no name and no word.
class CampaignDumpTest {

  private static final ServiceId SERVICE = CorrespondenceForTests.SERVICE;
  private static final int PEOPLE = 24;
  private static final int FIRST = 41_237_919;
  private static final int STEP = 26_417;
  private static final String NAME = "Kanarifugl";
  private static final List<String> STOPS = List.of("STOPP", "Стоп", "หยุด", "توقف");
  private static final Pattern CODE = Pattern.compile("\\b[0-9A-Z]{4}-[0-9A-Z]{4}\\b");
  private static final String SAYS = "Kanarispørsmål: hvem er dere?";
  private static final String ANSWER = "Kanarisvar: vi er sosionomer.";

  private final TestProvider provider = new TestProvider(Ability.KEYS);
  private final StaffMember ola = ShiftsForTests.person("Ola", Role.WORKER);
  private final Map<TextId, String> released = new LinkedHashMap<>();
  private Ears ears;
  private CorrespondenceForTests house;
  private OutreachRoom room;
  private CampaignTexts texts;

  @BeforeEach
  void open() throws Exception {
    ears = new Ears();
    house = new CorrespondenceForTests(provider);
    get(StaffStores.people(house.pool, () -> house.now).add(ola));
    ServiceBook services = new ServiceBook(ServiceStores.in(house.pool));
    get(services.refresh());
    Shelves shelves = OutreachStores.in(house.pool);
    var journal = JournalStores.journal(house.pool);
    var standings =
        CorrespondenceStores.standings(house.pool, service -> Terms.plain(Manners.DEFAULT));
    var senders = new Senders(services, URI.create("https://hjelp.example"));
    texts = new CampaignTexts(senders);
    Cards cards =
        new Cards(
            shelves.cards(),
            standings,
            house.optOuts,
            house.threads,
            journal,
            (service, what) -> {},
            () -> house.now);
    room =
        new OutreachRoom(
            new Intake(shelves.cards(), standings, house.tags, journal, () -> house.now),
            cards,
            new Beginnings(
                shelves,
                standings,
                house.one.releasing,
                new Pace(),
                house.tags,
                senders,
                () -> house.now),
            new Campaigns(shelves.campaigns(), cards, texts, journal, () -> house.now),
            new Resealing(shelves.seals(), house.keys, journal, () -> house.now),
            new Sweep(shelves.cards()),
            senders);
  }

  @AfterEach
  void close() {
    house.close();
    ears.close();
  }

  @Test
  void afterACampaignNeitherADumpNorALogNamesAnybody() throws Exception {
    campaign();
    phones();
    String dump = DumpForTests.of(house.pool);
    assertTrue(dump.contains("Ola"), "it is a dump");
    assertEquals(List.of(), left(dump));
    ears.heard("", secrets());
    get(house.pool.query("CHECKPOINT").execute().otherwiseEmpty());
    for (String secret : List.of(digits(0), digits(7), NAME, SAYS, ANSWER)) {
      ears.assertOnNoDisk(secret);
    }
  }

  @Test
  void inWhateverFormANumberWereKeptItWouldBeFound() {
    get(house.pool.query("CREATE TABLE planted (word text, bytes bytea)").execute());
    for (String trace : Traces.ofNumber(digits(0))) {
      get(
          house
              .pool
              .preparedQuery("INSERT INTO planted VALUES (NULL, $1)")
              .execute(Tuple.of(Buffer.buffer(trace.getBytes(ISO_8859_1)))));
      assertTrue(!left(DumpForTests.of(house.pool)).isEmpty(), trace);
      get(house.pool.query("DELETE FROM planted").execute());
    }
    get(
        house
            .pool
            .preparedQuery("INSERT INTO planted VALUES ($1, NULL)")
            .execute(Tuple.of("ring +47" + digits(3) + " i kveld")));
    assertTrue(!left(DumpForTests.of(house.pool)).isEmpty());
  }

  private static String digits(int person) {
    return Integer.toString(FIRST + person * STEP);
  }

  private static PhoneNumber number(int person) {
    return CorrespondenceForTests.number("+47" + digits(person));
  }

  /// Everybody is imported, one proposes, another approves and releases.
  private void campaign() {
    Map<ContactId, Integer> people = new LinkedHashMap<>();
    for (int person = 0; person < PEOPLE; person++) {
      byte[] sealed = Hand.sealed(1, NAME + " " + digits(person));
      var face =
          new CardStore.Face(
              sealed,
              OutreachForTests.face("nb", Optional.empty()).devices(),
              "nb",
              Optional.empty());
      var card =
          new Intake.Fresh(ContactId.fresh(), face, sealed, List.of("+47" + digits(person)), 1);
      var batch =
          new CardStore.Batch(
              SERVICE, Randomness.bytes(16), CardStore.Source.ADVERT, OutreachForTests.ENDS);
      var kept = get(room.intake().keep(house.kari.id(), batch, List.of(card)));
      assertEquals(List.of(CardStore.Kept.KEPT), assertInstanceOf(Intake.Done.class, kept).cards());
      people.put(card.id(), person);
    }
    CampaignId id = CampaignId.fresh();
    get(room.campaigns().propose(house.kari.id(), SERVICE, id, Set.copyOf(people.keySet())));
    byte[] read = get(room.campaigns().show(SERVICE, id)).digest().bytes();
    assertTrue(get(room.campaigns().approve(ola.id(), SERVICE, id, read)));
    Set<ContactId> known = new HashSet<>();
    for (int i = 0; i < PEOPLE; i++) {
      var next = get(room.campaigns().next(ola, SERVICE, id, known));
      ContactId card = next.flatMap(OutreachForTests::taken).orElseThrow();
      known.add(card);
      release(id, card, "+47" + digits(Objects.requireNonNull(people.get(card))));
      get(room.cards().act(ola, SERVICE, card, new CardAct.GiveBack()));
    }
    while (house.one.round() > 0) {
      assertTrue(provider.arrived.size() <= PEOPLE);
    }
    assertEquals(PEOPLE, provider.arrived.size());
  }

  private void release(CampaignId campaign, ContactId card, String to) {
    var draft =
        assertInstanceOf(
            Beginnings.Draft.class,
            get(room.beginnings().draft(ola.id(), SERVICE, card, 0, Language.NB)));
    TextId id = TextId.fresh();
    assertInstanceOf(
        Beginnings.Asked.class,
        get(
            room.beginnings()
                .release(
                    ola.id(),
                    new Beginnings.Text(
                        id,
                        SERVICE,
                        card,
                        Optional.of(campaign),
                        to,
                        Optional.empty(),
                        draft.text()))));
    released.put(id, draft.text());
  }

  /// Some say stop, some ask and are answered; the provider tells of all, and changes numbers.
  private void phones() {
    released.keySet().forEach(id -> tells(new Told.ByKey(id), Told.Delivery.DELIVERED));
    tells(new Told.ById("id-1"), Told.Delivery.FAILED);
    for (int person = 0; person < PEOPLE; person++) {
      String says = person % 2 == 0 ? STOPS.get(person / 2 % STOPS.size()) : SAYS + " " + person;
      get(house.one.told(SERVICE, List.of(new Told.Text("in-" + person, number(person), says))));
      if (person % 2 == 1) {
        answer(person);
      }
    }
    get(house.one.told(SERVICE, List.of(new Told.NumberChanged(number(1)))));
    get(house.one.told(SERVICE, List.of(new Told.OptedOut(number(3)))));
    while (house.one.round() > 0) {
      assertTrue(provider.arrived.size() < PEOPLE * 4);
    }
    assertTrue(provider.arrived.stream().anyMatch(text -> text.contains(ANSWER)));
  }

  private void tells(Told.Which which, Told.Delivery delivery) {
    get(house.one.told(SERVICE, List.of(new Told.Report(which, delivery))));
  }

  private void answer(int person) {
    byte[] contact = house.tagged(number(person)).contact();
    var thread =
        get(house.threads.all(SERVICE, house.now)).stream()
            .filter(one -> Arrays.equals(one.known().contact(), contact))
            .findFirst()
            .orElseThrow()
            .id();
    get(house.one.desk.act(SERVICE, thread, house.kari.id(), new ThreadStore.Take()));
    var answered =
        house.one.desk.answer(
            SERVICE,
            house.kari.id(),
            new Threads.Answer(thread, TextId.fresh(), "+47" + digits(person), ANSWER, 1));
    assertInstanceOf(Threads.Out.class, get(answered));
  }

  /// What a dump has of them.
  private List<String> left(String dump) {
    List<String> found = new ArrayList<>();
    for (int person = 0; person < PEOPLE; person++) {
      Traces.ofNumber(digits(person)).stream().filter(dump::contains).forEach(found::add);
    }
    for (String word : words()) {
      Traces.of(word).stream().filter(dump::contains).forEach(found::add);
    }
    return found;
  }

  private List<String> words() {
    List<String> words = new ArrayList<>(List.of(NAME, SAYS, ANSWER));
    words.addAll(STOPS);
    words.addAll(released.values());
    released.values().forEach(text -> words.add(code(text)));
    return words;
  }

  /// The code by which somebody proves that a text was ours.
  private static String code(String text) {
    var code = CODE.matcher(text);
    assertTrue(code.find(), text);
    return code.group();
  }

  private List<String> secrets() {
    List<String> secrets = new ArrayList<>(words());
    secrets.removeAll(STOPS);
    for (int person = 0; person < PEOPLE; person++) {
      secrets.addAll(Traces.spellings(digits(person)));
    }
    return secrets;
  }
}
