package havn.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.bouncycastle.crypto.prng.FixedSecureRandom;
import org.bouncycastle.pqc.crypto.xwing.XWingKEMGenerator;
import org.bouncycastle.pqc.crypto.xwing.XWingPublicKeyParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Answers that standards publish.
class KnownAnswersTest {

  private static final HexFormat HEX = HexFormat.of();

  /// RFC 8032, section 7.1: secret key, public key, message, signature of tests 1–3.
  @ParameterizedTest
  @CsvSource({
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
        + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
        + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
        + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
        + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
        + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,af82,"
        + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
  })
  void ed25519(String seed, String key, String message, String signature) {
    byte[] secret = HEX.parseHex(seed);
    assertEquals(key, HEX.formatHex(Ed25519.publicKey(secret)));
    assertEquals(signature, HEX.formatHex(Ed25519.signPlain(secret, HEX.parseHex(message))));
    assertTrue(
        Ed25519.verifyPlain(HEX.parseHex(key), HEX.parseHex(message), HEX.parseHex(signature)));
  }

  /// RFC 5869, appendix A, test cases 1 and 3.
  @ParameterizedTest
  @CsvSource({
    "000102030405060708090a0b0c,f0f1f2f3f4f5f6f7f8f9,"
        + "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
    "'','',8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"
  })
  void hkdf(String salt, String info, String okm) {
    byte[] ikm = new byte[22];
    Arrays.fill(ikm, (byte) 0x0b);
    assertEquals(okm, HEX.formatHex(Hkdf.derive(ikm, HEX.parseHex(salt), HEX.parseHex(info), 42)));
  }

  /// draft-connolly-cfrg-xwing-kem-08, appendix C, first vector: the key pair's and the
  /// ciphertext's
  /// ends, and the shared secret, which depends on every byte of both.
  @Test
  void xWing() {
    XWingKey key =
        XWingKey.ofSeed(
            HEX.parseHex("7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66ef26"));
    byte[] publicKey = key.publicKey();
    assertEquals(
        "e2236b35a8c24b39b10aa1323a96a919a2ced88400633a7b07131713fc14b2b5b19cfc3d",
        HEX.formatHex(publicKey, 0, 36));
    assertEquals(
        "eff389b27dce59844570216223593d4ba32d9abac8cd049040ef6534",
        HEX.formatHex(publicKey, publicKey.length - 28, publicKey.length));
    byte[] random =
        HEX.parseHex(
            "3cb1eea988004b93103cfb0aeefd2a686e01fa4a58e8a3639ca8a1e3f9ae57e2"
                + "35b8cc873c23dc62b8d260169afa2f75ab916a58d974918835d25e6a435085b2");
    var sealed =
        new XWingKEMGenerator(new FixedSecureRandom(random))
            .generateEncapsulated(new XWingPublicKeyParameters(publicKey));
    assertEquals(
        "b83aa828d4d62b9a83ceffe1d3d3bb1ef31264643c070c5798927e41fb07914a273f8f96",
        HEX.formatHex(sealed.getEncapsulation(), 0, 36));
    assertEquals(
        "d2df0522128f09dd8e2c92b1e905c793d8f57a54c3da25861f10bf4ca613e384",
        HEX.formatHex(sealed.getSecret()));
  }

  /// C2SP age.md: the example identity, its recipient, and the example stanza it opens. The stanza
  /// is HPKE (RFC 9180) in base mode; its tag fits or the file key does not come out.
  @Test
  void ageRecipient() throws IOException {
    Properties example = new Properties();
    try (var in =
        new InputStreamReader(
            Objects.requireNonNull(getClass().getResourceAsStream("age-spec.properties")),
            US_ASCII)) {
      example.load(in);
    }
    XWingKey identity = XWingKey.ofSeed(bech32(example.getProperty("identity")));
    assertArrayEquals(bech32(example.getProperty("recipient")), identity.publicKey());
    byte[] body = Base64.getDecoder().decode(example.getProperty("body"));
    AgeStanza stanza = new AgeStanza(List.of(AgeStanza.TYPE, example.getProperty("enc")), body);
    assertEquals(16, stanza.unwrap(identity).orElseThrow().length);
  }

  /// DSSE protocol, section "PAE": the specification's own example.
  @Test
  void dssePreAuthenticationEncoding() {
    assertArrayEquals(
        "DSSEv1 29 http://example.com/HelloWorld 11 hello world".getBytes(US_ASCII),
        Dsse.pae("http://example.com/HelloWorld", "hello world".getBytes(US_ASCII)));
  }

  /// The data of a Bech32 string (BIP 173) without its checksum, which other programs made.
  private static byte[] bech32(String text) {
    String alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    String lower = text.toLowerCase(java.util.Locale.ROOT);
    String data = lower.substring(lower.lastIndexOf('1') + 1, lower.length() - 6);
    byte[] out = new byte[data.length() * 5 / 8];
    for (int bit = 0; bit < out.length * 8; bit++) {
      int value = alphabet.indexOf(data.charAt(bit / 5)) >> (4 - bit % 5) & 1;
      out[bit / 8] |= (byte) (value << (7 - bit % 8));
    }
    return out;
  }
}
