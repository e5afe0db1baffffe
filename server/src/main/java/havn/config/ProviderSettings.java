package havn.config;

import havn.kernel.secret.Password;
import java.net.URI;
import java.util.Optional;

/// What one provider of texts needs. Made by [ProviderSource], which checks it; secrets print as
/// nothing.
public sealed interface ProviderSettings {

  /// @param url where the demonstration's phone answers
  record Simulator(URI url) implements ProviderSettings {}

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
}
