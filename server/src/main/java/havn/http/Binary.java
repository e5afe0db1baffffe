package havn.http;

import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.Optional;

/// Bytes as JSON carries them: base64url without padding.
public final class Binary {

  private Binary() {}

  /// The bytes of a member that the contract has accepted as text of the alphabet; empty when its
  /// length is none that base64 has.
  public static Optional<byte[]> read(JsonObject body, String name) {
    return read(body.getString(name));
  }

  public static Optional<byte[]> read(String text) {
    try {
      return Optional.of(Base64.getUrlDecoder().decode(text));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  public static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
