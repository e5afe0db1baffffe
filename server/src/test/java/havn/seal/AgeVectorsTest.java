package havn.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import havn.seal.AgeOpening.Opened;
import havn.seal.AgeOpening.Reason;
import havn.seal.AgeOpening.Refused;
import havn.seal.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Opens age files that other programs made, and refuses those nobody may open. What the files are
/// stands in `docs/protocol/vectors/README.md`.
class AgeVectorsTest {

  /// One file of C2SP's suite; prints as its name.
  record Vector(Json json) {
    String name() {
      return VectorFile.text(json, "name");
    }

    @Override
    public String toString() {
      return name();
    }
  }

  static Stream<Vector> cctv() {
    return VectorFile.entries("age-cctv.json").stream().map(Vector::new);
  }

  static Stream<Json> encryption() {
    return VectorFile.entries("age-encryption.json").stream().map(Json.class::cast);
  }

  @ParameterizedTest
  @MethodSource("cctv")
  void aFileOfTheSuiteFaresAsTheSuiteSays(Vector vector) throws IOException {
    AgeOpening opening = open(vector.json());
    String expected = VectorFile.text(vector.json(), "expect");
    if (expected.equals("success")) {
      byte[] plaintext = assertInstanceOf(Opened.class, opening).plaintext();
      assertArrayEquals(VectorFile.bytes(vector.json(), "payload"), Hash.of(plaintext).bytes());
    } else {
      Reason reason = assertInstanceOf(Refused.class, opening).reason();
      assertEquals(reason(vector.name(), expected), reason);
    }
  }

  @ParameterizedTest
  @MethodSource("encryption")
  void everyRecipientOpensAFileMadeInTypeScript(Json vector) {
    int length = Math.toIntExact(((Json.Whole) member(vector, "length")).value());
    byte[] plaintext = new byte[length];
    for (int i = 0; i < length; i++) {
      plaintext[i] = (byte) (i % 251);
    }
    byte[] file = VectorFile.bytes(vector, "file");
    for (XWingKey key : keys(vector)) {
      assertArrayEquals(
          plaintext, assertInstanceOf(Opened.class, AgeEnvelope.open(file, key)).plaintext());
    }
    assertEquals(new Refused(Reason.NOT_FOR_THIS_KEY), AgeEnvelope.open(file, XWingKey.fresh()));
  }

  @ParameterizedTest
  @MethodSource("encryption")
  void aFlippedBitAnywhereIsRefused(Json vector) {
    byte[] file = VectorFile.bytes(vector, "file");
    XWingKey key = keys(vector).getFirst();
    for (int at = 0; at < file.length; at += 97) {
      byte[] changed = file.clone();
      changed[at] ^= 1;
      assertInstanceOf(Refused.class, AgeEnvelope.open(changed, key), "byte " + at);
    }
    byte[] cut = Arrays.copyOf(file, file.length - 1);
    assertNotEquals(0, cut.length);
    assertInstanceOf(Refused.class, AgeEnvelope.open(cut, key));
  }

  /// Without a seed the suite is asked below the recipients: header, MAC and payload.
  private static AgeOpening open(Json vector) throws IOException {
    byte[] file = file(vector);
    List<XWingKey> keys = keys(vector);
    if (!keys.isEmpty()) {
      return AgeEnvelope.open(file, keys.getFirst());
    }
    byte[] fileKey = VectorFile.bytes(vector, "fileKey");
    return AgeHeader.parse(file)
        .map(header -> AgeEnvelope.openPayload(file, header, fileKey))
        .orElseGet(() -> new Refused(Reason.BAD_HEADER));
  }

  private static Reason reason(String name, String expected) {
    if (Set.of("stream_no_nonce", "stream_short_nonce").contains(name)) {
      // The suite counts the nonce as header; here it is the payload's first part.
      return Reason.BAD_PAYLOAD;
    }
    if (Set.of("hybrid_low_order", "hybrid_identity").contains(name)) {
      // A share of low order opens nothing; it is not told apart from another's stanza.
      return Reason.NOT_FOR_THIS_KEY;
    }
    if (name.equals("hybrid_x25519_arg")) {
      // Its stanza says it is of a type that is passed over.
      return Reason.NOT_FOR_THIS_KEY;
    }
    return switch (expected) {
      case "header failure" -> Reason.BAD_HEADER;
      case "no match" -> Reason.NOT_FOR_THIS_KEY;
      case "HMAC failure" -> Reason.BAD_MAC;
      case "payload failure" -> Reason.BAD_PAYLOAD;
      default -> throw new AssertionError("the suite knows no '" + expected + "'");
    };
  }

  private static byte[] file(Json vector) throws IOException {
    byte[] file = VectorFile.bytes(vector, "file");
    if (VectorFile.member(vector, "compressed").isEmpty()) {
      return file;
    }
    try (var in = new InflaterInputStream(new ByteArrayInputStream(file))) {
      return in.readNBytes(AgeEnvelope.MAX_LENGTH);
    }
  }

  private static List<XWingKey> keys(Json vector) {
    return VectorFile.items(vector, "seeds").stream()
        .map(seed -> Base64.getUrlDecoder().decode(((Json.Text) seed).value()))
        .map(XWingKey::ofSeed)
        .toList();
  }

  private static Json member(Json json, String name) {
    return VectorFile.member(json, name).orElseThrow();
  }
}
