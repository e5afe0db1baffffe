package havn.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.seal.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files of any length with both kinds of keys. The suite's files are described in
/// `docs/protocol/vectors/README.md`.
class AgeFileTest {

  /// The X25519 key of the suite, for the files that `age-cctv.json` opens by file key.
  private static final String SUITE =
      "AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0";

  /// One file of C2SP's suite; prints as its name.
  record Vector(Json json) {
    @Override
    public String toString() {
      return VectorFile.text(json, "name");
    }
  }

  static Stream<Vector> cctv() {
    return Stream.of("age-cctv.json", "age-cctv-others.json")
        .flatMap(name -> VectorFile.entries(name).stream())
        .map(Vector::new);
  }

  @ParameterizedTest
  @MethodSource("cctv")
  void aFileOfTheSuiteFaresAsTheSuiteSays(Vector vector) throws IOException {
    var out = new ByteArrayOutputStream();
    var file = new ByteArrayInputStream(VectorFile.bytes(vector.json(), "file"));
    boolean deflated = VectorFile.member(vector.json(), "compressed").isPresent();
    AgeVerdict verdict =
        AgeFile.open(
            identities(vector.json()), deflated ? new InflaterInputStream(file) : file, out);
    assertEquals(expected(vector), verdict);
    if (verdict == AgeVerdict.OPENED) {
      assertArrayEquals(
          VectorFile.bytes(vector.json(), "payload"), Hash.of(out.toByteArray()).bytes());
    }
  }

  private static AgeVerdict expected(Vector vector) {
    String name = vector.toString();
    if (VectorFile.member(vector.json(), "passphrase").isPresent()) {
      // What needs a passphrase is refused as such, whatever becomes of it with one.
      return switch (name) {
        case "scrypt_double", "scrypt_and_x25519" -> AgeVerdict.BAD_HEADER;
        case "scrypt_uppercase" -> AgeVerdict.NOT_FOR_THESE_KEYS;
        case "scrypt_not_canonical_body" -> AgeVerdict.BAD_HEADER;
        default -> AgeVerdict.PASSPHRASE;
      };
    }
    return switch (name) {
      case "empty", "armor_empty" -> AgeVerdict.NOT_AGE;
      // The suite counts the nonce as header; here it is the payload's first part.
      case "stream_no_nonce", "stream_short_nonce" -> AgeVerdict.BAD_PAYLOAD;
      // A hybrid share of low order opens nothing; it is not told apart from another's stanza.
      case "hybrid_low_order", "hybrid_identity" -> AgeVerdict.NOT_FOR_THESE_KEYS;
      // It does not begin as text does.
      case "armor_garbage_leading" -> AgeVerdict.NOT_AGE;
      default ->
          switch (VectorFile.text(vector.json(), "expect")) {
            case "success" -> AgeVerdict.OPENED;
            case "armor failure" -> AgeVerdict.BAD_ARMOR;
            case "header failure" -> AgeVerdict.BAD_HEADER;
            case "no match" -> AgeVerdict.NOT_FOR_THESE_KEYS;
            case "HMAC failure" -> AgeVerdict.BAD_MAC;
            case "payload failure" -> AgeVerdict.BAD_PAYLOAD;
            default -> throw new AssertionError("the suite knows no other word");
          };
    };
  }

  private static List<AgeIdentity> identities(Json vector) {
    List<String> words = new ArrayList<>();
    if (VectorFile.member(vector, "identities").isPresent()) {
      VectorFile.items(vector, "identities").forEach(item -> words.add(((Json.Text) item).value()));
    } else {
      words.add(SUITE);
      for (Json seed : VectorFile.items(vector, "seeds")) {
        byte[] bytes = Base64.getUrlDecoder().decode(((Json.Text) seed).value());
        words.add(Bech32.encode("age-secret-key-pq-", bytes).toUpperCase(Locale.ROOT));
      }
    }
    return words.stream().map(each -> AgeIdentity.parse(each).orElseThrow()).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 5_000_000})
  void everyLengthComesBackAsBytesAndAsText(int length) throws IOException {
    byte[] words = new byte[length];
    for (int i = 0; i < length; i++) {
      words[i] = (byte) (i % 251);
    }
    AgeIdentity key = AgeIdentity.fresh();
    for (boolean armored : List.of(true, false)) {
      byte[] file = seal(List.of(key.recipient()), armored, words);
      var out = new ByteArrayOutputStream();
      assertEquals(
          AgeVerdict.OPENED, AgeFile.open(List.of(key), new ByteArrayInputStream(file), out));
      assertArrayEquals(words, out.toByteArray());
    }
  }

  @Test
  void eachOfThirtyTwoRecipientsOpensAndNobodyElse() throws IOException {
    List<AgeIdentity> keys = Stream.generate(AgeIdentity::fresh).limit(32).toList();
    byte[] file = seal(keys.stream().map(AgeIdentity::recipient).toList(), false, new byte[5]);
    for (AgeIdentity key : keys) {
      assertEquals(AgeVerdict.OPENED, open(List.of(key), file));
    }
    assertEquals(AgeVerdict.NOT_FOR_THESE_KEYS, open(List.of(AgeIdentity.fresh()), file));
  }

  @Test
  void classicAndPostQuantumRecipientsDoNotShareAFile() {
    AgeRecipient classic = AgeIdentity.parse(SUITE).orElseThrow().recipient();
    AgeRecipient quantum = AgeIdentity.fresh().recipient();
    assertTrue(AgeFile.fitTogether(List.of(classic, classic)));
    assertTrue(AgeFile.fitTogether(List.of(quantum, quantum)));
    assertFalse(AgeFile.fitTogether(List.of(quantum, classic)));
    assertThrows(
        IllegalArgumentException.class, () -> seal(List.of(quantum, classic), false, new byte[1]));
    assertThrows(IllegalArgumentException.class, () -> seal(List.of(), false, new byte[1]));
    assertThrows(
        IllegalArgumentException.class,
        () -> seal(Collections.nCopies(33, quantum), false, new byte[1]));
  }

  /// C2SP age.md, "The X25519 recipient type": the example key.
  @Test
  void aClassicKeyIsTheOneOfTheSpecification() {
    AgeIdentity key =
        AgeIdentity.parse(
                "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX")
            .orElseThrow();
    String recipient = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";
    assertEquals(recipient, key.recipient().print());
    assertEquals(recipient, AgeRecipient.parse(recipient).orElseThrow().print());
  }

  @Test
  void aKeyThatIsNotWrittenAsAgeWritesItIsRefused() {
    AgeIdentity key = AgeIdentity.fresh();
    String secret = key.reveal();
    String recipient = key.recipient().print();
    assertEquals(recipient, AgeRecipient.parse(recipient).orElseThrow().print());
    assertEquals(secret, AgeIdentity.parse(secret).orElseThrow().reveal());
    assertTrue(AgeIdentity.parse(secret.toLowerCase(Locale.ROOT)).isEmpty());
    assertTrue(AgeRecipient.parse(recipient.toUpperCase(Locale.ROOT)).isEmpty());
    assertTrue(AgeRecipient.parse(secret).isEmpty());
    assertTrue(AgeIdentity.parse(recipient).isEmpty());
    assertTrue(AgeRecipient.parse(Bech32.encode("age", new byte[31])).isEmpty());
    // A point of small order.
    assertTrue(AgeRecipient.parse(Bech32.encode("age", new byte[32])).isEmpty());
  }

  private static byte[] seal(List<AgeRecipient> recipients, boolean armored, byte[] words)
      throws IOException {
    var out = new ByteArrayOutputStream();
    AgeFile.seal(recipients, armored, new ByteArrayInputStream(words), out);
    return out.toByteArray();
  }

  private static AgeVerdict open(List<AgeIdentity> keys, byte[] file) throws IOException {
    return AgeFile.open(keys, new ByteArrayInputStream(file), new ByteArrayOutputStream());
  }
}
