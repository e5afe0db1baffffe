package havn.login;

import java.net.URI;
import java.util.Locale;

/// An origin from which consoles are used, such as `https://vakt.example.org`. Its host is the
/// relying party id of the passkeys made there.
public record ConsoleOrigin(String text) {

  public ConsoleOrigin {
    if (!text.equals(text.toLowerCase(Locale.ROOT))
        || !text.matches("https?://[^/?#@]+")
        || URI.create(text).getHost() == null) {
      throw new IllegalArgumentException(
          "an origin is scheme://host[:port] in lower case, without a path");
    }
  }

  public String host() {
    return String.valueOf(URI.create(text).getHost());
  }

  /// Another port of the same host.
  public String at(int port) {
    return (encrypted() ? "https://" : "http://") + host() + ":" + port;
  }

  /// Whether browsers treat it as encrypted transport; only plain-HTTP localhost is not, and there
  /// cookies must do without the Secure attribute.
  public boolean encrypted() {
    return text.startsWith("https:");
  }

  @Override
  public String toString() {
    return text;
  }
}
