package havn.channel.twilio;

import havn.channel.adapter.Form;
import havn.channel.adapter.Reading;
import havn.kernel.secret.Password;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Twilio's signature of a request: HMAC-SHA1, under the auth token, over the address as Twilio
/// knows it and every field's name and value in the order of the names
/// (https://www.twilio.com/docs/usage/security#validating-requests).
final class Signature {

  private final Password token;

  Signature(Password token) {
    this.token = token;
  }

  /// Whether `given` signs a form that was posted to `origin` and `target`. The port may be named
  /// or not, as with Twilio's own checkers.
  boolean fits(String given, URI origin, String target, Form form) {
    StringBuilder fields = new StringBuilder();
    form.fields().forEach((name, value) -> fields.append(name).append(value));
    boolean fits = false;
    for (String address : addresses(origin)) {
      fits |= Reading.same(of(address + target + fields), given);
    }
    return fits;
  }

  private static List<String> addresses(URI origin) {
    int usual = "https".equals(origin.getScheme()) ? 443 : 80;
    int port = origin.getPort() < 0 ? usual : origin.getPort();
    String bare = origin.getScheme() + "://" + origin.getHost();
    return List.of(bare, bare + ":" + port);
  }

  private String of(String signed) {
    try {
      Mac hmac = Mac.getInstance("HmacSHA1");
      hmac.init(new SecretKeySpec(token.text().getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder()
          .encodeToString(hmac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  @Override
  public String toString() {
    return "Signature[…]";
  }
}
