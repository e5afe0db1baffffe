package havn.deskhttp;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import havn.conversation.Conversation;
import havn.http.Asking;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.FileId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.secret.Secret;
import havn.letters.Desk;
import havn.letters.FileStore;
import havn.letters.Hand;
import havn.letters.MailboxStore;
import havn.letters.MailboxStore.NewLetter;
import havn.letters.postgres.LetterStores;
import havn.seal.Dsse;
import havn.seal.Hash;
import havn.staff.Device;
import havn.staff.Role;
import havn.staff.RosterEntry;
import havn.staff.StaffMember;
import havn.staff.TrustFixture;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A desk with rostered people, and somebody who left a letter for Pro Mann.
public final class LettersForTests implements AutoCloseable {

  static final Instant NOW = DeskForTests.CLOCK.instant();

  public final DeskForTests desk = desk();
  public final Person kari = new Person("Kari", Role.COORDINATOR, "pro-mann");
  public final Person ola = new Person("Ola", Role.WORKER, "pro-mann");
  public final Person camila = new Person("Camila", Role.VOLUNTEER, "pro-mann");
  public final Person elsewhere = new Person("Amina", Role.WORKER, "nadheim");
  final Person berit = new Person("Berit", Role.COORDINATOR, "nadheim");
  final Hand hand = new Hand();
  private final TrustFixture fixture = new TrustFixture(NOW);
  private Optional<Hash> published = Optional.empty();
  private final MailboxStore mailboxes = LetterStores.mailboxes(desk.pool);
  private final FileStore files = LetterStores.files(desk.pool);

  public LettersForTests() {
    get(desk.trust.addRoot(1, fixture.rootSet().json().print()));
    get(desk.trust.addSigner(fixture.signerDocument().json().print()));
    publish(1, kari, ola, camila, elsewhere, berit);
    get(mailboxes.create(hand.mailbox(), hand.note("ord"), NOW.plus(Duration.ofDays(30)), NOW));
  }

  /// Somebody of Pro Mann in every role, whose devices are in the list.
  public Map<Role, Person> everyRole() {
    Map<Role, Person> all = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      all.put(role, new Person(role.printed(), role, "pro-mann"));
    }
    publish(2, Stream.concat(Stream.of(kari, ola), all.values().stream()).toArray(Person[]::new));
    return all;
  }

  /// Publishes a list of these people's devices.
  void publish(int version, Person... people) {
    keep(version, people);
    get(desk.book.refresh());
  }

  /// The same, and the desk port has not read it yet.
  void keep(int version, Person... people) {
    List<RosterEntry> entries =
        Stream.of(people).map(p -> p.console.entry(p.role, p.service)).toList();
    Dsse roster = fixture.roster(version, published, entries);
    get(desk.trust.addRoster(version, roster.json().print(), entries, NOW));
    published = Optional.of(roster.payloadHash());
  }

  /// Somebody of staff with a console.
  public final class Person {
    public final Desk console = new Desk(NOW);
    final Role role;
    final String service;
    public final StaffMember member;

    Person(String name, Role role, String service) {
      this.role = role;
      this.service = service;
      this.member = new StaffMember(StaffId.fresh(), name, role, Set.of(new ServiceId(service)));
      get(desk.people.add(member));
      get(
          desk.devices.enrol(
              new Device(
                  console.id,
                  member,
                  console.device.publicKey(),
                  new byte[16],
                  new byte[32],
                  Device.State.PENDING,
                  NOW)));
    }

    Asking page() {
      return desk.as(member, console.id);
    }

    /// The same at another port of the site.
    public Asking page(int port) {
      return desk.as(member, console.id, port);
    }

    JsonObject mailboxKey() {
      byte[] payload = console.mailboxStatement(Duration.ZERO, Duration.ofDays(7));
      return new JsonObject()
          .put("payload", Hand.text(payload))
          .put("signature", Hand.text(console.signed(payload)));
    }

    /// A request that answers the letter's mailbox under this number.
    String answer(int number, FileId... named) {
      JsonArray ids = new JsonArray();
      for (FileId file : named) {
        ids.add(file.base64url());
      }
      byte[] answer = console.answer(hand.mailbox(), number, 1).toByteArray();
      return new JsonObject().put("answer", Hand.text(answer)).put("files", ids).encode();
    }
  }

  /// Plans a shift at Pro Mann from ten minutes ahead until an hour ahead, and gives it to them.
  void shift(Person person) {
    JsonObject plan =
        new JsonObject()
            .put("service", "pro-mann")
            .put("lane", "")
            .put("first", "2026-11-20")
            .put("from", "13:10")
            .put("to", "14:00")
            .put("rule", "")
            .put("seats", 1)
            .put("roles", new JsonArray().add(person.role.printed()))
            .put("languages", new JsonArray());
    String id = kari.page().post("/api/shifts/plans", plan.encode()).json().getString("plan");
    JsonObject act = new JsonObject().put("act", "sign-up").put("plan", id);
    person.page().post("/api/shifts/acts", act.put("day", "2026-11-20").encode());
  }

  /// The device took a chat of this service.
  void chat(DeviceId device, ServiceId service) {
    ConversationId id = ConversationId.fresh();
    Conversation.Ring ring =
        new Conversation.Ring(
            service, "self", "nb", ByteString.EMPTY, Secret.fresh().fingerprint(), NOW);
    get(desk.conversations.open(id, ring));
    assertTrue(get(desk.conversations.claim(id, device)) > 0);
    assertTrue(get(desk.conversations.reserve(device, id, 3)));
  }

  /// The path of a letter that was left just now.
  String letter() {
    NewLetter letter = hand.letter("pro-mann", NOW);
    get(mailboxes.leave(letter));
    return "/api/letters/" + letter.id().base64url();
  }

  FileId file() {
    FileId id = FileId.fresh();
    get(files.keep(id, Hand.file(16_400), NOW.plusSeconds(3_600), DeskForTests.FILE_BYTES));
    return id;
  }

  List<byte[]> answers() {
    return get(mailboxes.open(hand.mailbox(), NOW)).orElseThrow().answers();
  }

  private static DeskForTests desk() {
    try {
      return new DeskForTests();
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }

  @Override
  public void close() {
    desk.close();
  }
}
