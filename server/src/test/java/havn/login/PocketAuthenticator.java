package havn.login;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;

/// An authenticator with one ES256 passkey, and the browser around it. What a test wants to be
/// wrong it sets before.
public final class PocketAuthenticator {

  private static final int PRESENT = 0x01;
  private static final int VERIFIED = 0x04;
  private static final int ATTESTED = 0x40;

  private final byte[] credential = new byte[32];
  private final KeyPair keys;
  private long counter;

  public String origin;
  public String relyingParty;
  public boolean userVerified = true;
  public byte[] userHandle = new byte[0];

  public PocketAuthenticator(String origin, String relyingParty) {
    this.origin = origin;
    this.relyingParty = relyingParty;
    new SecureRandom().nextBytes(credential);
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      keys = generator.generateKeyPair();
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /// Sets the signature counter back, as a copy of the passkey would.
  public void rewind() {
    counter = 0;
  }

  /// A `RegistrationResponseJSON`.
  public String create(String challenge) {
    byte[] key =
        joined(
            HexFormat.of().parseHex("a50102032620012158" + "20"),
            coordinate(((ECPublicKey) keys.getPublic()).getW().getAffineX()),
            HexFormat.of().parseHex("225820"),
            coordinate(((ECPublicKey) keys.getPublic()).getW().getAffineY()));
    byte[] data =
        joined(
            header(ATTESTED),
            new byte[16],
            new byte[] {0, (byte) credential.length},
            credential,
            key);
    byte[] object =
        joined(
            new byte[] {(byte) 0xa3},
            text("fmt"),
            text("none"),
            text("attStmt"),
            new byte[] {(byte) 0xa0},
            text("authData"),
            new byte[] {0x58, (byte) data.length},
            data);
    return """
    {"id":"%1$s","rawId":"%1$s","type":"public-key","authenticatorAttachment":"platform",
     "clientExtensionResults":{},
     "response":{"clientDataJSON":"%2$s","attestationObject":"%3$s","transports":["internal"]}}
    """
        .formatted(
            base64(credential), base64(clientData("webauthn.create", challenge)), base64(object));
  }

  /// An `AuthenticationResponseJSON`.
  public String get(String challenge) {
    counter++;
    byte[] data = header(0);
    byte[] client = clientData("webauthn.get", challenge);
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(data);
      signature.update(sha256(client));
      return """
      {"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},
       "response":{"clientDataJSON":"%2$s","authenticatorData":"%3$s","signature":"%4$s",
                   "userHandle":"%5$s"}}
      """
          .formatted(
              base64(credential),
              base64(client),
              base64(data),
              base64(signature.sign()),
              base64(userHandle));
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private byte[] header(int flags) {
    int all = flags | PRESENT | (userVerified ? VERIFIED : 0);
    byte[] count = ByteBuffer.allocate(4).putInt((int) counter).array();
    return joined(
        sha256(relyingParty.getBytes(StandardCharsets.UTF_8)), new byte[] {(byte) all}, count);
  }

  private byte[] clientData(String type, String challenge) {
    return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
        .formatted(type, challenge, origin)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] text(String text) {
    return joined(
        new byte[] {(byte) (0x60 | text.length())}, text.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] coordinate(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] fixed = new byte[32];
    int length = Math.min(32, bytes.length);
    System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
    return fixed;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
