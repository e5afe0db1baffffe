package havn.publichttp;

import java.net.URI;
import java.util.List;

/// The Content-Security-Policy of the widget's page. Its sandbox gives it an opaque origin: storage
/// throws, the host website cannot look in, and only the public address is reached.
final class WidgetPolicy {

  private static final String SANDBOX =
      "sandbox allow-scripts allow-forms allow-downloads allow-popups"
          + " allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation";

  /// Of the window that records: an origin of its own, scripts of this site, and no connection to
  /// anywhere. What was said leaves it only to the page that opened it.
  static final String VOICE =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "img-src 'self'",
          "media-src blob:",
          "connect-src 'none'",
          "require-trusted-types-for 'script'",
          "base-uri 'none'",
          "form-action 'none'",
          "frame-ancestors 'none'");

  /// Of the page that asks about a text: it reaches this site and nothing else.
  static final String PROOF =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "img-src 'self'",
          "connect-src 'self'",
          "require-trusted-types-for 'script'",
          "base-uri 'none'",
          "form-action 'none'",
          "frame-ancestors 'none'");

  private final String fixed;

  WidgetPolicy(URI publicUrl) {
    String site = publicUrl.toString();
    String sockets = site.replaceFirst("^http", "ws");
    this.fixed =
        String.join(
            "; ",
            SANDBOX,
            "default-src 'none'",
            "script-src " + site + " 'wasm-unsafe-eval'",
            "style-src " + site,
            "img-src " + site + " data:",
            "font-src " + site,
            "connect-src " + site + " " + sockets,
            "worker-src blob:",
            "media-src blob:",
            "require-trusted-types-for 'script'",
            "base-uri 'none'",
            "form-action 'none'");
  }

  /// @param ancestors websites that may embed the page; nobody when empty
  String framedBy(List<String> ancestors) {
    return fixed
        + "; frame-ancestors "
        + (ancestors.isEmpty() ? "'none'" : String.join(" ", ancestors));
  }
}
