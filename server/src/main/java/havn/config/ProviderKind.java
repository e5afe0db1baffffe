package havn.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Who sends texts to phones.
public enum ProviderKind {
  /// Nobody: the role channels opens no port.
  NONE,
  /// A phone in the browser of a demonstration.
  SIMULATOR,
  /// Sveve, a Norwegian HTTP gateway.
  SVEVE,
  /// Twilio, for SMS or for WhatsApp.
  TWILIO,
  /// WhatsApp's own Cloud API.
  WHATSAPP_CLOUD,
  /// A message centre that speaks SMPP 3.4.
  SMPP;

  /// As it is written in settings, and in the path of a hook: `whatsapp-cloud`.
  public String printed() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<ProviderKind> parse(String printed) {
    return Arrays.stream(values()).filter(kind -> kind.printed().equals(printed)).findFirst();
  }
}
