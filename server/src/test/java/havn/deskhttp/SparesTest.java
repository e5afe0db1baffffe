package havn.deskhttp;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.http.Answer;
import havn.journal.JournalLine;
import havn.journal.postgres.JournalStores;
import havn.kernel.id.DeviceId;
import havn.letters.Hand;
import havn.seal.Purpose;
import havn.staff.Spare;
import havn.staff.Spare.Method;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Spares of device keys on the desk port.
class SparesTest {

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
  void aSpareIsKeptListedAndHandedOutToItsOwnerAfterALineInTheJournal() {
    assertEquals(204, keep(house.ola, spare(house.ola, Method.KIT, 7)).status());
    JsonObject shelf = house.ola.page().get("/api/spares").json();
    JsonObject head = shelf.getJsonArray("spares").getJsonObject(0);
    assertEquals("kit", head.getString("method"));
    assertEquals(Hand.text(house.ola.console.id.bytes()), head.getString("device"));
    assertFalse(head.containsKey("sealed"));
    assertFalse(shelf.getBoolean("revoked"));
    assertEquals(0, journal().size(), "a list hands out nothing");

    JsonObject handed = ask(house.ola, house.ola.console.id, "kit").json();
    assertEquals(Hand.text(filled(7)), handed.getString("sealed"));
    assertEquals(Hand.text(house.ola.console.device.publicKey()), handed.getString("ed25519"));
    String line = journal().getFirst().text();
    assertTrue(line.contains("\tdevice.recover\t"), line);
    assertFalse(line.contains(house.ola.console.id.hex()), line);
  }

  @Test
  void thereIsOneOfEachMethodAndANewOneTakesThePlaceOfTheOld() {
    keep(house.ola, spare(house.ola, Method.KIT, 7));
    keep(house.ola, spare(house.ola, Method.PASSKEY, 8));
    keep(house.ola, spare(house.ola, Method.KIT, 9));
    assertEquals(2, shelf(house.ola).size());
    String sealed = ask(house.ola, house.ola.console.id, "kit").json().getString("sealed");
    assertEquals(Hand.text(filled(9)), sealed);
  }

  @Test
  void nobodyElseSeesOrGetsIt() {
    keep(house.ola, spare(house.ola, Method.KIT, 7));
    DeviceId device = house.ola.console.id;
    for (LettersForTests.Person other : List.of(house.kari, house.camila, house.elsewhere)) {
      assertEquals(new JsonArray(), shelf(other));
      assertEquals(404, ask(other, device, "kit").status());
    }
    assertEquals(401, house.desk.ask().post("/api/spares/open", asked(device, "kit")).status());
    assertEquals(0, journal().size());
  }

  @Test
  void nobodyKeepsOneForADeviceOfSomebodyElse() {
    Spare spare = spare(house.ola, Method.KIT, 7);
    assertEquals(404, keep(house.kari, spare).status());
    assertEquals(404, keep(house.ola, new Spare(DeviceId.fresh(), Method.KIT, filled(7))).status());
    assertEquals(0, shelf(house.ola).size());
  }

  @Test
  void withoutTheDevicesOwnSignatureOverExactlyTheseBytesNothingIsKept() {
    Spare spare = spare(house.ola, Method.KIT, 7);
    byte[] proof = house.ola.console.device.sign(Purpose.SPARE, spare.covered());
    byte[] anothers = house.kari.console.device.sign(Purpose.SPARE, spare.covered());
    byte[] otherPurpose = house.ola.console.device.sign(Purpose.DESK, spare.covered());
    assertEquals(422, keep(house.ola, spare, anothers).status());
    assertEquals(422, keep(house.ola, spare, otherPurpose).status());
    assertEquals(422, keep(house.ola, spare, new byte[64]).status());
    assertEquals(422, keep(house.ola, spare(house.ola, Method.KIT, 8), proof).status());
    assertEquals(422, keep(house.ola, spare(house.ola, Method.PASSKEY, 7), proof).status());
    assertEquals(0, shelf(house.ola).size());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 95, 97, 960, 9_600})
  void bytesOfAnotherLengthAreRefused(int length) {
    String device = Hand.text(house.ola.console.id.bytes());
    String body = body(device, "kit", new byte[length], new byte[64]);
    assertEquals(400, house.ola.page().post("/api/spares", body).status());
  }

  @Test
  void aMethodNobodyKnowsIsRefused() {
    String device = Hand.text(house.ola.console.id.bytes());
    String body = body(device, "telephone", filled(7), new byte[64]);
    assertEquals(400, house.ola.page().post("/api/spares", body).status());
  }

  @Test
  void aRevokedDeviceLosesItsSparesAndGetsNoNewOnes() {
    Spare spare = spare(house.ola, Method.KIT, 7);
    keep(house.ola, spare);
    get(
        house.desk.trust.addRoster(
            2,
            "{}",
            List.of(house.kari.console.entry(house.kari.role, "pro-mann")),
            LettersForTests.NOW));
    assertEquals(404, ask(house.ola, house.ola.console.id, "kit").status());
    assertEquals(404, keep(house.ola, spare).status());
    JsonObject left = house.ola.page().get("/api/spares").json();
    assertEquals(new JsonArray(), left.getJsonArray("spares"));
    assertTrue(left.getBoolean("revoked"));
    long rows =
        get(house.desk.pool.query("SELECT count(*) FROM device_spare").execute())
            .iterator()
            .next()
            .getLong(0);
    assertEquals(0, rows);
    assertEquals(0, journal().size());
  }

  @Test
  void oneIsHandedOutTenTimesAnHour() {
    keep(house.ola, spare(house.ola, Method.KIT, 7));
    for (int i = 0; i < 10; i++) {
      assertEquals(200, ask(house.ola, house.ola.console.id, "kit").status());
    }
    assertEquals(429, ask(house.ola, house.ola.console.id, "kit").status());
    assertEquals(10, journal().size());
  }

  @Test
  void whatIsNotWrittenIntoTheJournalIsNotHandedOut() {
    keep(house.ola, spare(house.ola, Method.KIT, 7));
    get(house.desk.pool.query("ALTER TABLE journal RENAME TO gone").execute());
    Answer refused = ask(house.ola, house.ola.console.id, "kit");
    assertEquals(503, refused.status());
    assertFalse(refused.json().containsKey("sealed"));
  }

  private static Spare spare(LettersForTests.Person of, Method method, int fill) {
    return new Spare(of.console.id, method, filled(fill));
  }

  private static byte[] filled(int fill) {
    byte[] sealed = new byte[Spare.LENGTH];
    Arrays.fill(sealed, (byte) fill);
    return sealed;
  }

  /// Signed by the device of whoever asks, whosever device it is.
  private static Answer keep(LettersForTests.Person who, Spare spare) {
    return keep(who, spare, who.console.device.sign(Purpose.SPARE, spare.covered()));
  }

  private static Answer keep(LettersForTests.Person who, Spare spare, byte[] proof) {
    String device = Hand.text(spare.device().bytes());
    String body = body(device, spare.method().printed(), spare.sealed(), proof);
    return who.page().post("/api/spares", body);
  }

  private static String body(String device, String method, byte[] sealed, byte[] proof) {
    return new JsonObject()
        .put("device", device)
        .put("method", method)
        .put("sealed", Base64.getUrlEncoder().withoutPadding().encodeToString(sealed))
        .put("proof", Hand.text(proof))
        .encode();
  }

  private static Answer ask(LettersForTests.Person who, DeviceId device, String method) {
    return who.page().post("/api/spares/open", asked(device, method));
  }

  private static String asked(DeviceId device, String method) {
    return new JsonObject().put("device", Hand.text(device.bytes())).put("method", method).encode();
  }

  private static JsonArray shelf(LettersForTests.Person who) {
    return who.page().get("/api/spares").json().getJsonArray("spares");
  }

  private List<JournalLine> journal() {
    return get(JournalStores.journal(house.desk.pool).read(1));
  }
}
