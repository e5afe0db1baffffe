package havn.config;

import havn.kernel.secret.Password;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// What one provider of texts needs. Made by [ProviderSource], which checks it; secrets print as
/// nothing.
public sealed interface ProviderSettings {

  /// @param url where the demonstration's phone answers
  /// @param secret under which it signs what phones send
  record Simulator(URI url, Password secret) implements ProviderSettings {}

  /// @param sender whom a phone shows; empty: a number of Sveve's that takes answers
  /// @param hookSecret last part of the address that Sveve was given for what it tells us
  record Sveve(
      URI url, String user, Password password, Optional<String> sender, Password hookSecret)
      implements ProviderSettings {}

  /// @param account the account's SID
  /// @param sender a number in E.164, or the SID of a messaging service (`MG…`)
  /// @param whatsapp whether it is WhatsApp that is sent over
  /// @param template the SID (`HX…`) of the approved content that what we begin goes out in
  record Twilio(
      URI url,
      String account,
      Password token,
      String sender,
      boolean whatsapp,
      Optional<String> template)
      implements ProviderSettings {}

  /// @param version of the Graph API, such as `v23.0`
  /// @param number the id of our number
  /// @param template name of the approved template with one variable that what we begin goes out in
  /// @param language of the template, such as `nb`
  record WhatsAppCloud(
      URI url,
      String version,
      String number,
      Password token,
      Password appSecret,
      Password verifyToken,
      String template,
      String language)
      implements ProviderSettings {}

  /// @param tls whether over TLS, the certificate and its name being verified
  /// @param authority PEM file of who signed the certificate; empty: whom Java trusts
  record Smpp(
      String host,
      int port,
      boolean tls,
      Optional<Path> authority,
      String systemId,
      Password password,
      String systemType,
      String sender,
      SmppIds ids)
      implements ProviderSettings {}

  /// How a message centre writes the id of a text in its answer and in its receipts.
  enum SmppIds {
    /// The same in both.
    SAME,
    /// Hexadecimal in the answer, decimal in receipts.
    HEX_ANSWERS,
    /// Decimal in the answer, hexadecimal in receipts.
    HEX_RECEIPTS;

    /// `same`, `hex-answers` or `hex-receipts`.
    public String printed() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
