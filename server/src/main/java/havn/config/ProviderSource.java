package havn.config;

import havn.kernel.secret.Password;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// Reads what a chosen provider needs, and names everything that is missing.
final class ProviderSource {

  private static final int SHORTEST_HOOK_SECRET = 32;
  private static final int LONGEST_SYSTEM_ID = 15;
  private static final int LONGEST_SMPP_PASSWORD = 8;

  private final SettingsSource source;
  private final ProviderKind kind;

  ProviderSource(SettingsSource source, ProviderKind kind) {
    this.source = source;
    this.kind = kind;
  }

  /// Empty when something is missing or does not fit, which is a problem by then.
  Optional<ProviderSettings> read() {
    return switch (kind) {
      case NONE -> Optional.empty();
      case SIMULATOR -> simulator();
      case SVEVE -> sveve();
      case TWILIO -> twilio();
      case WHATSAPP_CLOUD -> whatsapp();
      case SMPP -> smpp();
    };
  }

  private Optional<ProviderSettings> simulator() {
    var url = needed(Catalog.CHANNELS_PROVIDER_URL, "where the demonstration's phone answers");
    var secret = secret(ProviderCatalog.SIMULATOR_SECRET_FILE, "what the phone signs with");
    return url.isPresent() && secret.isPresent()
        ? Optional.of(new ProviderSettings.Simulator(url.get(), secret.get()))
        : Optional.empty();
  }

  private Optional<ProviderSettings> sveve() {
    var url = address(ProviderCatalog.SVEVE_URL);
    var user = needed(ProviderCatalog.SVEVE_USER, "the user at Sveve");
    var password = secret(ProviderCatalog.SVEVE_PASSWORD_FILE, "the API password");
    var secret =
        secret(ProviderCatalog.SVEVE_HOOK_SECRET_FILE, "32 random characters or more")
            .filter(this::longEnough);
    var sender = source.value(ProviderCatalog.SVEVE_SENDER);
    sender.ifPresent(shown -> answerable(shown, ProviderCatalog.SVEVE_SENDER));
    hookUrl();
    return all(url, user, password, secret)
        ? Optional.of(
            new ProviderSettings.Sveve(url.get(), user.get(), password.get(), sender, secret.get()))
        : Optional.empty();
  }

  private boolean longEnough(Password secret) {
    boolean fits = secret.text().matches("[A-Za-z0-9_-]{" + SHORTEST_HOOK_SECRET + ",256}");
    if (!fits) {
      source.problem(
          ProviderCatalog.SVEVE_HOOK_SECRET_FILE.path(),
          "names a file whose secret can be guessed or stands in no address",
          "write 32–256 random letters, digits, hyphens and underscores into it");
    }
    return fits;
  }

  private Optional<ProviderSettings> twilio() {
    var url = address(ProviderCatalog.TWILIO_URL);
    var account = needed(ProviderCatalog.TWILIO_ACCOUNT, "the account's SID");
    var token = secret(ProviderCatalog.TWILIO_TOKEN_FILE, "the auth token");
    var sender = needed(ProviderCatalog.TWILIO_SENDER, "our number or messaging service");
    sender
        .filter(shown -> !shown.matches("MG[0-9A-Za-z]+"))
        .ifPresent(shown -> answerable(shown, ProviderCatalog.TWILIO_SENDER));
    var whatsapp = source.value(ProviderCatalog.TWILIO_WHATSAPP);
    var template = source.value(ProviderCatalog.TWILIO_TEMPLATE);
    if (whatsapp.orElse(false) && template.isEmpty()) {
      missing(ProviderCatalog.TWILIO_TEMPLATE, "the SID of the approved content");
    }
    hookUrl();
    return all(url, account, token, sender, whatsapp)
        ? Optional.of(
            new ProviderSettings.Twilio(
                url.get(), account.get(), token.get(), sender.get(), whatsapp.get(), template))
        : Optional.empty();
  }

  private Optional<ProviderSettings> whatsapp() {
    var url = address(ProviderCatalog.WHATSAPP_URL);
    var version = source.value(ProviderCatalog.WHATSAPP_VERSION);
    var number = needed(ProviderCatalog.WHATSAPP_NUMBER, "the id of our number");
    var token = secret(ProviderCatalog.WHATSAPP_TOKEN_FILE, "the access token");
    var secret = secret(ProviderCatalog.WHATSAPP_APP_SECRET_FILE, "the app secret");
    var verify = secret(ProviderCatalog.WHATSAPP_VERIFY_TOKEN_FILE, "the verify token");
    var template = needed(ProviderCatalog.WHATSAPP_TEMPLATE, "the name of the approved template");
    var language = source.value(ProviderCatalog.WHATSAPP_LANGUAGE);
    hookUrl();
    return all(url, version, number, token, secret, verify, template, language)
        ? Optional.of(
            new ProviderSettings.WhatsAppCloud(
                url.get(),
                version.get(),
                number.get(),
                token.get(),
                secret.get(),
                verify.get(),
                template.get(),
                language.get()))
        : Optional.empty();
  }

  private Optional<ProviderSettings> smpp() {
    var host = needed(ProviderCatalog.SMPP_HOST, "where the message centre is");
    var port = source.value(ProviderCatalog.SMPP_PORT);
    var tls = source.value(ProviderCatalog.SMPP_TLS);
    var systemId = needed(ProviderCatalog.SMPP_SYSTEM_ID, "our system id");
    systemId.ifPresent(id -> atMost(LONGEST_SYSTEM_ID, id, ProviderCatalog.SMPP_SYSTEM_ID));
    var password = secret(ProviderCatalog.SMPP_PASSWORD_FILE, "the password");
    password.ifPresent(
        word -> atMost(LONGEST_SMPP_PASSWORD, word.text(), ProviderCatalog.SMPP_PASSWORD_FILE));
    var sender = needed(ProviderCatalog.SMPP_SENDER, "our number");
    sender.ifPresent(shown -> answerable(shown, ProviderCatalog.SMPP_SENDER));
    var ids = source.value(ProviderCatalog.SMPP_IDS);
    return all(host, port, tls, systemId, password, sender, ids)
        ? Optional.of(
            new ProviderSettings.Smpp(
                host.get(),
                port.get(),
                tls.get(),
                source.value(ProviderCatalog.SMPP_AUTHORITY_FILE),
                systemId.get(),
                password.get(),
                source.value(ProviderCatalog.SMPP_SYSTEM_TYPE).orElse(""),
                sender.get(),
                ids.get()))
        : Optional.empty();
  }

  /// A message centre would refuse a longer one at every bind.
  private void atMost(int longest, String text, Setting<?> setting) {
    if (text.length() > longest) {
      source.problem(
          setting.path(),
          "is longer than SMPP 3.4 has room for",
          "ask the operator for one of at most " + longest + " characters");
    }
  }

  /// Nobody can answer a name, and so nobody could say stop.
  private void answerable(String sender, Setting<?> setting) {
    if (!sender.matches("\\+?[0-9]{3,15}")) {
      source.problem(
          setting.path(),
          "is a name, which nobody can answer",
          "write a number that takes answers, such as +4759440000");
    }
  }

  private Optional<URI> address(Setting<URI> setting) {
    Optional<URI> url = source.value(setting);
    url.ifPresent(at -> source.requireTls(setting.path(), at));
    return url;
  }

  /// Without it nothing that the provider tells would find the way here.
  private void hookUrl() {
    needed(ProviderCatalog.HOOK_URL, "how the provider reaches this role")
        .ifPresent(at -> source.requireTls(ProviderCatalog.HOOK_URL.path(), at));
  }

  private <T> Optional<T> needed(Setting<T> setting, String what) {
    Optional<T> value = source.value(setting);
    if (value.isEmpty() && !source.given(setting)) {
      missing(setting, what);
    }
    return value;
  }

  private Optional<Password> secret(Setting<Path> setting, String what) {
    return needed(setting, "a file that holds " + what)
        .flatMap(file -> source.passwordIn(file, setting.path()));
  }

  private void missing(Setting<?> setting, String what) {
    source.problem(
        setting.path(),
        "is missing, and the provider " + kind.printed() + " is used",
        "write " + what);
  }

  private static boolean all(Optional<?>... read) {
    for (Optional<?> one : read) {
      if (one.isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
