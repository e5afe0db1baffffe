package havn.config;

import havn.kernel.id.ServiceId;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The settings of providers of texts. Every secret is in a file.
final class ProviderCatalog {

  static final Setting<Map<ServiceId, ProviderKind>> SERVICES =
      new Setting<>(
          "channels.services",
          Kind.SERVICE_PROVIDERS,
          "",
          "Services that use another provider than channels.provider.");
  static final Setting<URI> HOOK_URL =
      new Setting<>(
          "channels.hook-url",
          Kind.WEB_ADDRESS,
          "",
          "How providers reach the channels port; they are given /hooks/ and their name behind"
              + " it.");

  static final Setting<Path> SIMULATOR_SECRET_FILE =
      new Setting<>(
          "channels.simulator-secret-file",
          Kind.FILE,
          "",
          "File with the secret under which the demonstration's phone signs what it sends.");

  static final Setting<URI> SVEVE_URL =
      new Setting<>("channels.sveve-url", Kind.WEB_ADDRESS, "https://sveve.no", "Where Sveve is.");
  static final Setting<String> SVEVE_USER =
      new Setting<>("channels.sveve-user", Kind.WORD, "", "The user at Sveve.");
  static final Setting<Path> SVEVE_PASSWORD_FILE =
      new Setting<>(
          "channels.sveve-password-file", Kind.FILE, "", "File that holds its API password.");
  static final Setting<String> SVEVE_SENDER =
      new Setting<>(
          "channels.sveve-sender",
          Kind.WORD,
          "",
          "Our number, which phones show; without it a number of Sveve's that takes answers.");
  static final Setting<Path> SVEVE_HOOK_SECRET_FILE =
      new Setting<>(
          "channels.sveve-hook-secret-file",
          Kind.FILE,
          "",
          "File with 32–256 characters that end the address given to Sveve: /hooks/sveve/SECRET.");

  static final Setting<URI> TWILIO_URL =
      new Setting<>(
          "channels.twilio-url", Kind.WEB_ADDRESS, "https://api.twilio.com", "Where Twilio is.");
  static final Setting<String> TWILIO_ACCOUNT =
      new Setting<>("channels.twilio-account", Kind.WORD, "", "The account's SID, AC….");
  static final Setting<Path> TWILIO_TOKEN_FILE =
      new Setting<>("channels.twilio-token-file", Kind.FILE, "", "File that holds its auth token.");
  static final Setting<String> TWILIO_SENDER =
      new Setting<>(
          "channels.twilio-sender",
          Kind.WORD,
          "",
          "A number such as +4759440000, or the SID of a messaging service, MG….");
  static final Setting<Boolean> TWILIO_WHATSAPP =
      new Setting<>(
          "channels.twilio-whatsapp", Kind.SWITCH, "false", "Whether texts go over WhatsApp.");
  static final Setting<String> TWILIO_TEMPLATE =
      new Setting<>(
          "channels.twilio-template",
          Kind.WORD,
          "",
          "SID of approved content, HX…, whose variable 1 is what we begin; for WhatsApp.");

  static final Setting<URI> WHATSAPP_URL =
      new Setting<>(
          "channels.whatsapp-url",
          Kind.WEB_ADDRESS,
          "https://graph.facebook.com",
          "Where the Graph API is.");
  static final Setting<String> WHATSAPP_VERSION =
      new Setting<>("channels.whatsapp-version", Kind.WORD, "v23.0", "Its version.");
  static final Setting<String> WHATSAPP_NUMBER =
      new Setting<>("channels.whatsapp-number", Kind.WORD, "", "The id of our number there.");
  static final Setting<Path> WHATSAPP_TOKEN_FILE =
      new Setting<>(
          "channels.whatsapp-token-file", Kind.FILE, "", "File that holds the access token.");
  static final Setting<Path> WHATSAPP_APP_SECRET_FILE =
      new Setting<>(
          "channels.whatsapp-app-secret-file",
          Kind.FILE,
          "",
          "File that holds the app secret, by which we know what Meta signed.");
  static final Setting<Path> WHATSAPP_VERIFY_TOKEN_FILE =
      new Setting<>(
          "channels.whatsapp-verify-token-file",
          Kind.FILE,
          "",
          "File with the verify token that was written down at Meta.");
  static final Setting<String> WHATSAPP_TEMPLATE =
      new Setting<>(
          "channels.whatsapp-template",
          Kind.WORD,
          "",
          "Name of the approved template whose one variable is what we begin.");
  static final Setting<String> WHATSAPP_LANGUAGE =
      new Setting<>("channels.whatsapp-language", Kind.WORD, "nb", "Its language.");

  static final Setting<String> SMPP_HOST =
      new Setting<>("channels.smpp-host", Kind.HOST, "", "Where the message centre is.");
  static final Setting<Integer> SMPP_PORT =
      new Setting<>("channels.smpp-port", Kind.number(1, 65_535), "2775", "Its port.");
  static final Setting<Boolean> SMPP_TLS =
      new Setting<>(
          "channels.smpp-tls", Kind.SWITCH, "true", "Whether it is reached over TLS, verified.");
  static final Setting<Path> SMPP_AUTHORITY_FILE =
      new Setting<>(
          "channels.smpp-authority-file",
          Kind.FILE,
          "",
          "PEM file of who signed its certificate; without it whom Java trusts.");
  static final Setting<String> SMPP_SYSTEM_ID =
      new Setting<>("channels.smpp-system-id", Kind.WORD, "", "Our system id, 1–15 characters.");
  static final Setting<Path> SMPP_PASSWORD_FILE =
      new Setting<>(
          "channels.smpp-password-file", Kind.FILE, "", "File with its password, 1–8 characters.");
  static final Setting<String> SMPP_SYSTEM_TYPE =
      new Setting<>("channels.smpp-system-type", Kind.WORD, "", "The system type, if any.");
  static final Setting<String> SMPP_SENDER =
      new Setting<>(
          "channels.smpp-sender", Kind.WORD, "", "Our number, which phones show and answer.");
  static final Setting<ProviderSettings.SmppIds> SMPP_IDS =
      new Setting<>(
          "channels.smpp-ids",
          Kind.SMPP_IDS,
          "same",
          "How ids are written in answers and in receipts.");

  static final List<Setting<?>> ALL =
      List.of(
          SERVICES,
          HOOK_URL,
          SIMULATOR_SECRET_FILE,
          SVEVE_URL,
          SVEVE_USER,
          SVEVE_PASSWORD_FILE,
          SVEVE_SENDER,
          SVEVE_HOOK_SECRET_FILE,
          TWILIO_URL,
          TWILIO_ACCOUNT,
          TWILIO_TOKEN_FILE,
          TWILIO_SENDER,
          TWILIO_WHATSAPP,
          TWILIO_TEMPLATE,
          WHATSAPP_URL,
          WHATSAPP_VERSION,
          WHATSAPP_NUMBER,
          WHATSAPP_TOKEN_FILE,
          WHATSAPP_APP_SECRET_FILE,
          WHATSAPP_VERIFY_TOKEN_FILE,
          WHATSAPP_TEMPLATE,
          WHATSAPP_LANGUAGE,
          SMPP_HOST,
          SMPP_PORT,
          SMPP_TLS,
          SMPP_AUTHORITY_FILE,
          SMPP_SYSTEM_ID,
          SMPP_PASSWORD_FILE,
          SMPP_SYSTEM_TYPE,
          SMPP_SENDER,
          SMPP_IDS);

  private ProviderCatalog() {}
}
