package havn.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.seal.json.Json;
import havn.seal.json.StrictJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Reads `docs/protocol/vectors/v1.json` as a stranger would, with nothing but the file.
class GoldenVectorsTest {

  private static final Path FILE = Path.of("../docs/protocol/vectors/v1.json");

  private static Json.Members vectors;

  @BeforeAll
  static void read() throws IOException {
    vectors = (Json.Members) StrictJson.parse(Files.readAllBytes(FILE)).orElseThrow();
  }

  @Test
  void theSameFileComesOutOfTheSameSeeds() throws IOException {
    assertEquals(Files.readString(FILE), GoldenVectors.make().printForPeople());
  }

  @Test
  void theBundleIsSignedFromThePinDown() {
    List<Json> roots = items(at(vectors, "trust"), "roots");
    Dsse root1 = Dsse.of(roots.get(0)).orElseThrow();
    Dsse root2 = Dsse.of(roots.get(1)).orElseThrow();
    Dsse signer = Dsse.of(at(at(vectors, "trust"), "signer")).orElseThrow();
    Dsse roster = Dsse.of(at(at(vectors, "trust"), "roster")).orElseThrow();
    Map<String, byte[]> first = keys("root-1", "root-2", "root-3");
    Map<String, byte[]> second = keys("root-1", "root-4", "root-3");

    assertEquals(text(vectors, "pin"), root1.payloadHash().base64url());
    assertEquals(Set.of("root-1", "root-3"), root1.signers(Purpose.ROOT, first));
    assertEquals(Set.of("root-1", "root-3"), root2.signers(Purpose.ROOT, first));
    assertEquals(Set.of("root-1", "root-3", "root-4"), root2.signers(Purpose.ROOT, second));
    assertEquals(Set.of("root-1", "root-4"), signer.signers(Purpose.SIGNER, second));
    byte[] signerKey = bytes(at(at(vectors, "keys"), "signer"), "ed25519");
    assertEquals(Set.of("signer-1"), roster.signers(Purpose.ROSTER, Map.of("signer-1", signerKey)));
    assertArrayEquals(bytes(vectors, "rosterHash"), roster.payloadHash().bytes());
  }

  @Test
  void theStatementIsTheDevicesWord() {
    Json statement = at(vectors, "statement");
    assertTrue(
        Ed25519.verify(
            bytes(at(at(vectors, "keys"), "device"), "ed25519"),
            Purpose.SHIFT,
            bytes(statement, "payload"),
            bytes(statement, "signature")));
    assertArrayEquals(bytes(statement, "hash"), Hash.of(bytes(statement, "payload")).bytes());
  }

  @Test
  void bothMembersOpenEveryGrantAndReadEveryFrame() {
    for (Json epoch : items(vectors, "epochs")) {
      for (String key : List.of("visitorXwing", "shiftXwing")) {
        XWingKey identity = XWingKey.ofSeed(bytes(at(at(vectors, "keys"), key), "seed"));
        assertArrayEquals(bytes(at(at(vectors, "keys"), key), "xwing"), identity.publicKey());
        GrantPlaintext grant = open(epoch, identity);
        assertEquals(Hash.of(bytes(epoch, "header")), grant.header());
        assertEquals(text(epoch, "name"), Objects.requireNonNull(grant.names().get(1)).name());
        readFrames(epoch, new FrameCipher(grant.secret(), grant.header()), grant.header());
      }
    }
  }

  @Test
  void everyHeaderIsReadAndWrittenToTheSameBytesAndFollowsTheOneBefore() {
    Hash previous = Hash.ZEROS;
    for (Json epoch : items(vectors, "epochs")) {
      byte[] bytes = bytes(epoch, "header");
      EpochHeader header = EpochHeader.parse(bytes).orElseThrow();
      assertArrayEquals(bytes, header.bytes());
      assertEquals(previous, header.place().previous());
      assertArrayEquals(
          bytes(at(vectors, "statement"), "hash"),
          assertInstanceOf(EpochMember.Staff.class, header.members().get(1)).statement().bytes());
      assertArrayEquals(bytes(at(vectors, "ring"), "hash"), header.ring().ringHash().bytes());
      previous = Hash.of(bytes);
    }
  }

  private static GrantPlaintext open(Json epoch, XWingKey identity) {
    byte[] grant = bytes(epoch, "grant");
    byte[] shiftKey = bytes(at(at(vectors, "keys"), "shift"), "ed25519");
    assertTrue(
        EpochSeal.verify(shiftKey, bytes(epoch, "header"), grant, bytes(epoch, "signature")));
    var opened = assertInstanceOf(AgeOpening.Opened.class, AgeEnvelope.open(grant, identity));
    assertArrayEquals(bytes(epoch, "grantPlaintext"), opened.plaintext());
    return GrantPlaintext.parse(opened.plaintext()).orElseThrow();
  }

  private static void readFrames(Json epoch, FrameCipher cipher, Hash header) {
    byte[] shiftKey = bytes(at(at(vectors, "keys"), "shift"), "ed25519");
    Map<Integer, Chain> chains = new HashMap<>();
    for (Json frame : items(epoch, "frames")) {
      byte[] bytes = bytes(frame, "frame");
      int slot = FrameHeader.parse(bytes).orElseThrow().slot();
      Chain before = chains.getOrDefault(slot, Chain.start(header, slot));
      assertArrayEquals(bytes(frame, "chainBefore"), before.h().bytes());
      byte[] padded = cipher.openMessage(bytes, before).orElseThrow();
      Plaintext plaintext = Plaintext.parse(padded).orElseThrow();
      assertArrayEquals(text(frame, "text").getBytes(StandardCharsets.UTF_8), plaintext.body());
      chains.put(slot, before.next(bytes));
      assertArrayEquals(bytes(frame, "chainAfter"), chains.get(slot).h().bytes());
      assertEquals(
          slot == 1, Ed25519.verify(shiftKey, Purpose.FRAME, bytes, bytes(frame, "signature")));
    }
    for (Json signal : items(epoch, "signals")) {
      byte[] padded = cipher.openSignal(bytes(signal, "frame")).orElseThrow();
      assertArrayEquals(bytes(signal, "plaintext"), padded);
    }
  }

  private static Map<String, byte[]> keys(String... names) {
    Map<String, byte[]> keys = new HashMap<>();
    for (String name : names) {
      keys.put(name, bytes(at(at(vectors, "keys"), name), "ed25519"));
    }
    return keys;
  }

  private static Json at(Json json, String name) {
    return Objects.requireNonNull(((Json.Members) json).members().get(name), name);
  }

  private static List<Json> items(Json json, String name) {
    return ((Json.Items) at(json, name)).items();
  }

  private static String text(Json json, String name) {
    return ((Json.Text) at(json, name)).value();
  }

  private static byte[] bytes(Json json, String name) {
    return Base64.getUrlDecoder().decode(text(json, name));
  }
}
