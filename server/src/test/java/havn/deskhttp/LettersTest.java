package havn.deskhttp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.http.Answer;
import havn.kernel.id.DeviceId;
import havn.kernel.id.FileId;
import havn.letters.Hand;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Letters on the desk port: what coordinators and workers do, and what others do not get.
class LettersTest {

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
  void aLetterIsListedReadSealedAnewAnsweredAndDone() {
    String letter = house.letter();
    assertEquals(204, key(house.ola).status());
    assertEquals(204, key(house.ola).status());
    JsonObject list = house.ola.page().get("/api/letters").json();
    JsonObject head = list.getJsonArray("letters").getJsonObject(0);
    assertEquals("/api/letters/" + head.getString("id"), letter);
    assertEquals("pro-mann", head.getString("service"));
    assertEquals(Hand.text(house.hand.key.publicKey()), head.getString("mailbox"));
    assertFalse(head.getBoolean("done"));
    assertEquals(new JsonArray().add(house.ola.mailboxKey()), list.getJsonArray("keys"));

    byte[] file = Hand.sealed(2, "hei");
    assertEquals(204, house.ola.page().post(letter + "/seal", seal(file, 2)).status());
    JsonObject read = house.kari.page().get(letter).json();
    assertArrayEquals(file, Base64.getUrlDecoder().decode(read.getString("file")));
    assertEquals(0, read.getInteger("answers"));

    FileId attached = house.file();
    assertEquals(
        201, house.ola.page().post(letter + "/answers", house.ola.answer(1, attached)).status());
    assertEquals(1, house.kari.page().get(letter).json().getInteger("answers"));
    assertEquals(1, house.answers().size());

    assertEquals(204, house.kari.page().post(letter + "/done", "{\"done\":true}").status());
    list = house.ola.page().get("/api/letters").json();
    assertTrue(list.getJsonArray("letters").getJsonObject(0).getBoolean("done"));
  }

  @Test
  void aFileGoesInAndComesOutByteForByteInLength() {
    byte[] content = Hand.file(20_480 + 16);
    Answer kept =
        house
            .ola
            .page()
            .with("content-type", "application/octet-stream")
            .post("/api/files", BodyPublishers.ofByteArray(content));
    assertEquals(201, kept.status());
    Answer read = house.kari.page().get("/api/files/" + kept.json().getString("id"));
    assertEquals(200, read.status());
    assertEquals("attachment", read.header("content-disposition"));
    assertEquals("20496", read.header("content-length"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/letters",
        "GET $",
        "POST $/seal",
        "POST $/answers",
        "POST $/done",
        "GET /api/mailbox-keys",
        "POST /api/mailbox-keys",
        "POST /api/files",
        "GET /api/files/AAAAAAAAAAAAAAAAAAAAAA"
      })
  void volunteersGetNothingOfLettersAndNobodyWithoutASession(String request) {
    String path = request.replaceFirst("^\\w+ ", "").replace("$", house.letter());
    var camila = house.camila.page();
    var nobody = house.desk.ask();
    if (request.startsWith("GET")) {
      assertEquals(403, camila.get(path).status());
      assertEquals(401, nobody.get(path).status());
      return;
    }
    String body =
        path.endsWith("seal")
            ? seal(Hand.sealed(1, "hei"), 1)
            : path.endsWith("answers")
                ? house.camila.answer(1)
                : path.endsWith("done")
                    ? "{\"done\":true}"
                    : path.endsWith("keys")
                        ? house.camila.mailboxKey().encode()
                        : "x".repeat(20_000);
    if (path.equals("/api/files")) {
      camila.with("content-type", "application/octet-stream");
      nobody.with("content-type", "application/octet-stream");
    }
    assertEquals(403, camila.post(path, body).status());
    assertEquals(401, nobody.post(path, body).status());
    assertEquals(
        403, house.ola.page().with("origin", "https://evil.example").post(path, body).status());
  }

  @Test
  void anotherServicesLetterIsAnsweredLikeOneThatNeverWas() {
    String letter = house.letter();
    String never = "/api/letters/" + "A".repeat(22);
    var page = house.elsewhere.page();
    assertEquals(new JsonArray(), page.get("/api/letters").json().getJsonArray("letters"));
    assertEquals(404, page.get(letter).status());
    assertEquals(page.get(never).body(), page.get(letter).body());
    for (String path : List.of(letter, never)) {
      String seal = seal(Hand.sealed(1, "hei"), 1);
      assertEquals(404, page.post(path + "/seal", seal).status());
      assertEquals(404, page.post(path + "/done", "{\"done\":true}").status());
      assertEquals(404, page.post(path + "/answers", house.elsewhere.answer(1)).status());
    }
    assertEquals(List.of(), house.answers());
  }

  @Test
  void keysForAnotherServiceAreNotTold() {
    key(house.elsewhere);
    key(house.ola);
    JsonArray told = house.kari.page().get("/api/letters").json().getJsonArray("keys");
    assertEquals(new JsonArray().add(house.ola.mailboxKey()), told);
    assertEquals(told, house.kari.page().get("/api/mailbox-keys").json().getJsonArray("keys"));
  }

  @Test
  void anAnswerUnderAnotherNumberIsBehind() {
    String answers = house.letter() + "/answers";
    var page = house.ola.page();
    assertEquals(409, page.post(answers, house.ola.answer(2)).status());
    assertEquals(201, page.post(answers, house.ola.answer(1)).status());
    assertEquals(409, page.post(answers, house.ola.answer(1)).status());
    assertEquals(201, page.post(answers, house.ola.answer(2)).status());
  }

  @Test
  void anAnswerSignedByAnotherPersonsDeviceIsRefused() {
    Answer refused = house.kari.page().post(house.letter() + "/answers", house.ola.answer(1));
    assertEquals(422, refused.status());
    assertEquals("Another person's device signed it.", refused.json().getString("detail"));
    assertEquals(List.of(), house.answers());
  }

  @Test
  void anAnswerSignedByADeviceOfAnotherServiceIsRefused() {
    Answer refused = house.ola.page().post(house.letter() + "/answers", house.elsewhere.answer(1));
    assertEquals(422, refused.status());
    assertEquals(List.of(), house.answers());
  }

  @Test
  void anAnswerWithAFileThatIsTakenOrNotThereIsRefused() {
    String answers = house.letter() + "/answers";
    FileId file = house.file();
    var page = house.ola.page();
    assertEquals(422, page.post(answers, house.ola.answer(1, FileId.fresh())).status());
    assertEquals(422, page.post(answers, house.ola.answer(1, file, file)).status());
    assertEquals(201, page.post(answers, house.ola.answer(1, file)).status());
    assertEquals(422, page.post(answers, house.ola.answer(2, file)).status());
  }

  @Test
  void aKeyOfAnotherPersonsDeviceOrOneThatDoesNotVerifyIsRefused() {
    String olas = house.ola.mailboxKey().encode();
    assertEquals(422, house.kari.page().post("/api/mailbox-keys", olas).status());
    JsonObject bent = house.ola.mailboxKey().put("signature", "A".repeat(86));
    assertEquals(422, house.ola.page().post("/api/mailbox-keys", bent.encode()).status());
    JsonObject short1 = house.ola.mailboxKey().put("payload", "A");
    assertEquals(422, house.ola.page().post("/api/mailbox-keys", short1.encode()).status());
  }

  @Test
  void aFileThatIsNoEnvelopeForItsDevicesIsRefused() {
    String seal = house.letter() + "/seal";
    var page = house.ola.page();
    assertEquals(422, page.post(seal, seal("hei".getBytes(), 1)).status());
    assertEquals(422, page.post(seal, seal(Hand.sealed(2, "hei"), 1)).status());
    assertEquals(400, page.post(seal, seal(Hand.sealed(1, "hei"), 10)).status());
    assertEquals(400, page.post(seal, "{\"file\":\"A\",\"devices\":[]}").status());
    assertEquals(413, page.post(seal, "x".repeat(300_000)).status());
  }

  @Test
  void lettersThatAreNoneAreRefused() {
    var page = house.ola.page();
    assertEquals(400, page.get("/api/letters/x").status());
    assertEquals(404, page.get("/api/letters/" + "_".repeat(22)).status());
    String answer = new JsonObject().put("answer", "A").put("files", new JsonArray()).encode();
    assertEquals(422, page.post(house.letter() + "/answers", answer).status());
  }

  private Answer key(LettersForTests.Person person) {
    return person.page().post("/api/mailbox-keys", person.mailboxKey().encode());
  }

  private static String seal(byte[] file, int devices) {
    JsonArray ids = new JsonArray();
    for (int i = 0; i < devices; i++) {
      ids.add(Hand.text(DeviceId.fresh().bytes()));
    }
    return new JsonObject().put("file", Hand.text(file)).put("devices", ids).encode();
  }
}
