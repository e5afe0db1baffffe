package havn.deskhttp;

import static havn.Eventually.get;
import static havn.Eventually.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.http.Asking;
import havn.journal.postgres.JournalStores;
import havn.kernel.id.DeviceId;
import havn.kernel.secret.Secret;
import havn.letters.Hand;
import havn.login.Passkey;
import havn.login.Session;
import havn.login.SignIn;
import havn.login.postgres.LoginStores;
import havn.seal.Purpose;
import havn.seal.ShownName;
import havn.seal.SigningKey;
import havn.staff.StaffMember;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the sign-in of a browser is still good for when its device is not in the list.
class RemovedDeviceTest {

  private static final int DEVICE_REFUSED = 3523;

  private LettersForTests house;

  @BeforeEach
  void open() {
    house = new LettersForTests();
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void nothingSealedIsHandedToADeviceThatWasRemovedAndNothingIsChangedByIt() {
    String letter = house.letter();
    Asking page = house.kari.page();
    assertEquals(200, page.get(letter).status());
    house.publish(2, house.ola);
    for (String path :
        new String[] {
          "/api/letters",
          letter,
          "/api/archives",
          "/api/files/AAAAAAAAAAAAAAAAAAAAAA",
          "/api/devices",
          "/api/spares"
        }) {
      var answer = page.get(path);
      assertEquals(403, answer.status(), path);
      assertEquals(DEVICE_REFUSED, answer.json().getInteger("code"), path);
    }
    assertEquals(403, page.post("/api/passkeys/options").status());
    assertEquals(200, page.get("/api/me").status());
    assertEquals(200, house.ola.page().get(letter).status());
  }

  @Test
  void thePasskeysOfWhoeverHadARemovedDeviceEndAndThoseOfOthersStay() {
    passkey(house.kari, 1);
    passkey(house.ola, 2);
    house.publish(2, house.ola);
    assertEquals(List.of((byte) 2), passkeys());
    passkey(house.kari, 3);
    house.publish(3, house.ola);
    assertEquals(List.of((byte) 2, (byte) 3), passkeys(), "made after the removal");
  }

  @Test
  void aSignInFromBeforeItsPersonLostADeviceAddsAPasskeyFromAListedDeviceOnly() {
    Asking bare = house.desk.as(house.kari.member);
    assertEquals(200, bare.post("/api/passkeys/options").status(), "nothing was removed yet");
    house.publish(2, house.ola);
    assertEquals(403, bare.post("/api/passkeys/options").status());
    assertEquals(200, house.desk.as(house.ola.member).post("/api/passkeys/options").status());
    house.publish(3, house.ola, house.kari);
    assertEquals(200, house.kari.page().post("/api/passkeys/options").status());
  }

  @Test
  void whoSignsInAnewAfterwardsAddsAPasskeyWhateverDevicesTheyOnceHad() {
    house.publish(2, house.ola);
    assertEquals(200, laterPage(Duration.ofMinutes(2)).post("/api/passkeys/options").status());
    assertEquals(403, laterPage(Duration.ofSeconds(50)).post("/api/passkeys/options").status());
  }

  /// A page of Kari's that signed in so long after now, and has shown no device.
  private Asking laterPage(Duration after) {
    Secret cookie = get(house.desk.sessions.open(karis(after)));
    return house.desk.ask().with("cookie", "havn_session=" + cookie.reveal());
  }

  private Session karis(Duration after) {
    StaffMember kari = house.kari.member;
    Instant until = LettersForTests.NOW.plus(after).plus(SignIn.SESSION);
    return new Session(kari.id(), kari.shownName(), kari.role(), kari.services(), until);
  }

  @Test
  void aListThatIsKeptButNotReadYetEndsTheWaysToANewPasskeyAndANewLink() {
    Asking page = house.kari.page();
    assertTrue(add(house.kari, 1));
    house.keep(2, house.ola);
    assertFalse(add(house.kari, 2));
    assertTrue(add(house.ola, 3));
    String again = "{\"staff\":\"" + house.ola.member.id().hex() + "\"}";
    var refused = page.post("/api/invites/again", again);
    assertEquals(403, refused.status());
    assertEquals(DEVICE_REFUSED, refused.json().getInteger("code"));
    assertEquals(
        0, get(house.desk.pool.query("SELECT FROM invite WHERE used IS NULL").execute()).size());
  }

  /// Whether this person's page with their device adds a passkey, past the gate.
  private boolean add(LettersForTests.Person person, int number) {
    byte[] some = {(byte) number};
    StaffMember who = person.member;
    Instant until = LettersForTests.NOW.plus(SignIn.SESSION);
    Session session =
        new Session(who.id(), who.shownName(), who.role(), who.services(), until)
            .with(person.console.id);
    return get(
        LoginStores.passkeys(house.desk.pool, DeskForTests.CLOCK)
            .add(new Passkey(some, who.id(), some, 0, false, false), session));
  }

  @Test
  void aLinkThatIsJustBeingMadeWhenItsMakerIsRemovedEndsToo() {
    Pool pool = house.desk.pool;
    SqlConnection making = get(pool.getConnection());
    Transaction transaction = get(making.begin());
    get(
        making
            .preparedQuery("SELECT FROM device WHERE id = $1 FOR SHARE")
            .execute(Tuple.of(Buffer.buffer(house.kari.console.id.bytes()))));
    get(
        making
            .preparedQuery("INSERT INTO invite VALUES ('" + "x".repeat(43) + "', $1, now())")
            .execute(Tuple.of(Buffer.buffer(house.ola.member.id().bytes()))));
    var published = CompletableFuture.runAsync(() -> house.keep(2, house.ola));
    until("the new list waits for the link", this::somebodyWaits);
    get(transaction.commit());
    get(making.close());
    published.join();
    assertEquals(0, get(pool.query("SELECT FROM invite WHERE used IS NULL").execute()).size());
  }

  private boolean somebodyWaits() {
    String waiting = "SELECT FROM pg_locks WHERE NOT granted";
    return get(house.desk.pool.query(waiting).execute()).size() > 0;
  }

  @Test
  void linksEndWithADeviceThoseOfItsPersonAndAllWhenTheyCoordinate() {
    Secret karis = link(house.kari);
    Secret olas = link(house.ola);
    house.publish(2, house.kari, house.camila);
    assertEquals(Optional.empty(), get(house.desk.invites.redeem(olas)));
    house.publish(3, house.camila);
    assertEquals(Optional.empty(), get(house.desk.invites.redeem(karis)), "her own");
    Secret camilas = link(house.camila);
    assertEquals(Optional.of(house.camila.member.id()), get(house.desk.invites.redeem(camilas)));
  }

  @Test
  void theLinksOfOthersEndWithACoordinatorsDeviceOnly() {
    Secret camilas = link(house.camila);
    house.publish(2, house.kari, house.camila, house.elsewhere, house.berit);
    assertEquals(1, open(camilas), "a worker was removed");
    house.publish(3, house.camila, house.elsewhere, house.berit);
    assertEquals(0, open(camilas), "a coordinator was removed");
  }

  private Secret link(LettersForTests.Person person) {
    return get(house.desk.invites.issue(person.member.id(), Duration.ofMinutes(15)));
  }

  private int open(Secret link) {
    return get(house
            .desk
            .pool
            .preparedQuery("SELECT FROM invite WHERE fingerprint = $1 AND used IS NULL")
            .execute(Tuple.of(link.fingerprint())))
        .size();
  }

  @Test
  void aSignInWithoutADeviceOfTheListMakesNoLinks() {
    Asking page = house.desk.as(house.kari.member);
    String someone = "{\"name\":\"Ny\",\"role\":\"coordinator\",\"services\":[\"pro-mann\"]}";
    String again = "{\"staff\":\"" + house.ola.member.id().hex() + "\"}";
    assertEquals(403, page.post("/api/invites", someone).status());
    assertEquals(403, page.post("/api/invites/again", again).status());
    assertEquals(201, house.kari.page().post("/api/invites", someone).status());
    String line = get(JournalStores.journal(house.desk.pool).read(1)).getLast().text();
    assertTrue(line.contains("\tstaff.invite\t"), line);
  }

  private void passkey(LettersForTests.Person person, int number) {
    get(
        house
            .desk
            .pool
            .preparedQuery("INSERT INTO passkey VALUES ($1, $2, $1, 0, false, false, now())")
            .execute(
                Tuple.of(
                    Buffer.buffer(new byte[] {(byte) number}),
                    Buffer.buffer(person.member.id().bytes()))));
  }

  private List<Byte> passkeys() {
    List<Byte> found = new ArrayList<>();
    get(house.desk.pool.query("SELECT credential FROM passkey ORDER BY credential").execute())
        .forEach(row -> found.add(row.getBuffer(0).getByte(0)));
    return found;
  }

  @Test
  void theSignInOfARemovedDeviceTakesNoNewDevice() {
    Asking page = house.kari.page();
    house.publish(2, house.ola);
    assertEquals(409, enrol(page, "Kari"));
    assertEquals(201, enrol(house.desk.as(house.kari.member), "Kari"));
  }

  @Test
  void sealedThingsWaitUntilTheDeviceHasProvenItsKeyUnderThisSignIn() {
    String letter = house.letter();
    Asking page = house.desk.as(house.ola.member);
    assertEquals(403, page.get(letter).status());
    assertEquals(201, enrol(page, "Ola"));
    assertEquals(403, page.get(letter).status(), "a device that nobody has approved");
  }

  /// Shows a new device key; answers the status.
  private static int enrol(Asking page, String name) {
    SigningKey key = SigningKey.fresh();
    byte[] id = DeviceId.fresh().bytes();
    byte[] salt = new byte[16];
    byte[] hash = new ShownName(salt, name).hash().bytes();
    byte[] covered = Buffer.buffer(id).appendBytes(key.publicKey()).appendBytes(hash).getBytes();
    JsonObject body =
        new JsonObject()
            .put("id", Hand.text(id))
            .put("ed25519", Hand.text(key.publicKey()))
            .put("name", name)
            .put("salt", Hand.text(salt))
            .put("proof", Hand.text(key.sign(Purpose.ENROL, covered)));
    return page.post("/api/devices", body.encode()).status();
  }
}
