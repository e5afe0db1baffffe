package havn.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.seal.json.Json;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.bouncycastle.crypto.prng.FixedSecureRandom;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.bouncycastle.pqc.crypto.xwing.XWingKEMGenerator;
import org.bouncycastle.pqc.crypto.xwing.XWingPublicKeyParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Answers that standards publish, from `docs/protocol/vectors/known-answers.json`, where each
/// names its source. The browser side checks the same file.
class KnownAnswersTest {

  private static final HexFormat HEX = HexFormat.of();
  private static final Json FILE = VectorFile.whole("known-answers.json");

  /// One vector; prints as little.
  record Vector(Json json) {
    String text(String name) {
      return VectorFile.text(json, name);
    }

    byte[] bytes(String name) {
      return HEX.parseHex(text(name));
    }

    /// Empty when the vector does not say it.
    String orNothing(String name) {
      return VectorFile.member(json, name).map(said -> ((Json.Text) said).value()).orElse("");
    }

    int number(String name) {
      return Math.toIntExact(((Json.Whole) VectorFile.member(json, name).orElseThrow()).value());
    }

    @Override
    public String toString() {
      return "vector";
    }
  }

  static Stream<Vector> sha256() {
    return vectors("sha256");
  }

  static Stream<Vector> hmac() {
    return vectors("hmacSha256");
  }

  static Stream<Vector> hkdf() {
    return vectors("hkdfSha256");
  }

  static Stream<Vector> gcm() {
    return vectors("aes256Gcm");
  }

  static Stream<Vector> chacha() {
    return vectors("chacha20Poly1305");
  }

  static Stream<Vector> x25519() {
    return vectors("x25519");
  }

  static Stream<Vector> ed25519() {
    return vectors("ed25519");
  }

  static Stream<Vector> argon2id() {
    return vectors("argon2id");
  }

  static Stream<Vector> xWing() {
    return vectors("xWing");
  }

  static Stream<Vector> hpke() {
    return vectors("hpke");
  }

  static Stream<Vector> age() {
    return vectors("age");
  }

  private static Stream<Vector> vectors(String section) {
    Json found = VectorFile.member(FILE, section).orElseThrow();
    return VectorFile.items(found, "vectors").stream().map(Vector::new);
  }

  @ParameterizedTest
  @MethodSource("sha256")
  void sha256(Vector vector) {
    assertArrayEquals(vector.bytes("digest"), Hash.of(vector.bytes("message")).bytes());
  }

  @ParameterizedTest
  @MethodSource("hmac")
  void hmacSha256(Vector vector) {
    assertArrayEquals(
        vector.bytes("mac"), Hmac.sha256(vector.bytes("key"), vector.bytes("message")));
  }

  @ParameterizedTest
  @MethodSource("hkdf")
  void hkdfSha256(Vector vector) {
    byte[] okm = vector.bytes("okm");
    assertArrayEquals(
        okm,
        Hkdf.derive(vector.bytes("ikm"), vector.bytes("salt"), vector.bytes("info"), okm.length));
  }

  @ParameterizedTest
  @MethodSource("gcm")
  void aes256Gcm(Vector vector) {
    sealsAndOpens(Aead.AES_256_GCM, vector);
  }

  @ParameterizedTest
  @MethodSource("chacha")
  void chaCha20Poly1305(Vector vector) {
    sealsAndOpens(Aead.CHACHA20_POLY1305, vector);
  }

  private static void sealsAndOpens(Aead cipher, Vector vector) {
    byte[] key = vector.bytes("key");
    byte[] nonce = vector.bytes("nonce");
    byte[] aad = vector.bytes("aad");
    byte[] sealed = vector.bytes("sealed");
    assertArrayEquals(sealed, cipher.seal(key, nonce, vector.bytes("plaintext"), aad));
    assertArrayEquals(
        vector.bytes("plaintext"), cipher.open(key, nonce, sealed, aad).orElseThrow());
    sealed[sealed.length - 1] ^= 1;
    assertTrue(cipher.open(key, nonce, sealed, aad).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("x25519")
  void x25519(Vector vector) {
    assertArrayEquals(
        vector.bytes("shared"),
        X25519Stanza.agree(vector.bytes("scalar"), vector.bytes("u")).orElseThrow());
  }

  @Test
  void x25519AgreesOnNothingWithAKeyOfSmallOrder() {
    Json section = VectorFile.member(FILE, "x25519").orElseThrow();
    List<Json> keys = VectorFile.items(section, "smallOrder");
    assertFalse(keys.isEmpty());
    for (Json key : keys) {
      byte[] bytes = HEX.parseHex(((Json.Text) key).value());
      assertTrue(X25519Stanza.agree(new byte[X25519.SCALAR_SIZE], bytes).isEmpty());
    }
  }

  @ParameterizedTest
  @MethodSource("ed25519")
  void ed25519(Vector vector) {
    byte[] seed = vector.bytes("seed");
    byte[] message = vector.bytes("message");
    assertArrayEquals(vector.bytes("key"), Ed25519.publicKey(seed));
    assertArrayEquals(vector.bytes("signature"), Ed25519.signPlain(seed, message));
    assertTrue(Ed25519.verifyPlain(vector.bytes("key"), message, vector.bytes("signature")));
  }

  @ParameterizedTest
  @MethodSource("argon2id")
  void argon2id(Vector vector) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withIterations(vector.number("passes"))
            .withMemoryAsKB(vector.number("kibibytes"))
            .withParallelism(vector.number("lanes"))
            .withSalt(vector.bytes("salt"))
            .withSecret(vector.bytes("secret"))
            .withAdditional(vector.bytes("additional"))
            .build());
    byte[] tag = new byte[32];
    generator.generateBytes(vector.bytes("password"), tag);
    assertArrayEquals(vector.bytes("tag"), tag);
  }

  /// The shared secret depends on every byte of key and ciphertext, of which the file has the ends.
  @ParameterizedTest
  @MethodSource("xWing")
  void xWing(Vector vector) {
    byte[] publicKey = XWingKey.ofSeed(vector.bytes("seed")).publicKey();
    var sealed =
        new XWingKEMGenerator(new FixedSecureRandom(vector.bytes("random")))
            .generateEncapsulated(new XWingPublicKeyParameters(publicKey));
    assertArrayEquals(vector.bytes("shared"), sealed.getSecret());
    String key = HEX.formatHex(publicKey);
    assertTrue(key.startsWith(vector.orNothing("keyStart")));
    assertTrue(key.endsWith(vector.orNothing("keyEnd")));
    assertTrue(
        HEX.formatHex(sealed.getEncapsulation()).startsWith(vector.orNothing("ciphertextStart")));
  }

  /// The key schedule, with the KEM for which the standard has an answer.
  @ParameterizedTest
  @MethodSource("hpke")
  void hpke(Vector vector) throws Exception {
    HPKE suite =
        new HPKE(
            HPKE.mode_base,
            HPKE.kem_X25519_SHA256,
            HPKE.kdf_HKDF_SHA256,
            HPKE.aead_CHACHA20_POLY1305);
    var key = suite.deserializePrivateKey(vector.bytes("secretKey"), vector.bytes("publicKey"));
    var context = suite.setupBaseR(vector.bytes("enc"), key, vector.bytes("info"));
    assertArrayEquals(
        vector.bytes("plaintext"), context.open(vector.bytes("aad"), vector.bytes("sealed")));
  }

  /// The stanza is HPKE with X-Wing: its tag fits or the file key does not come out.
  @ParameterizedTest
  @MethodSource("age")
  void age(Vector vector) {
    AgeIdentity identity = AgeIdentity.parse(vector.text("identity")).orElseThrow();
    assertEquals(vector.text("identity"), identity.reveal());
    assertEquals(vector.text("recipient"), identity.recipient().print());
    byte[] body = Base64.getDecoder().decode(vector.text("body"));
    AgeStanza stanza = new AgeStanza(List.of(AgeStanza.TYPE, vector.text("enc")), body);
    assertEquals(16, identity.unwrap(List.of(stanza)).orElseThrow().length);
    byte[] changed = Arrays.copyOf(body, body.length);
    changed[0] ^= 1;
    AgeStanza other = new AgeStanza(stanza.arguments(), changed);
    assertTrue(identity.unwrap(List.of(other)).isEmpty());
  }

  /// DSSE protocol, section "PAE": the specification's own example.
  @Test
  void dssePreAuthenticationEncoding() {
    assertArrayEquals(
        "DSSEv1 29 http://example.com/HelloWorld 11 hello world".getBytes(US_ASCII),
        Dsse.pae("http://example.com/HelloWorld", "hello world".getBytes(US_ASCII)));
  }
}
