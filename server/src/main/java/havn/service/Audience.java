package havn.service;

import java.util.Locale;
import java.util.Optional;

/// Whom a service is for. Services of different audiences are never joined: no transfer leads from
/// one to the other.
public enum Audience {
  /// People who sell or have sold sex, and those who ask on their behalf.
  SELLERS,
  /// People who buy sex.
  BUYERS;

  static Optional<Audience> parse(String printed) {
    for (Audience audience : values()) {
      if (audience.printed().equals(printed)) {
        return Optional.of(audience);
      }
    }
    return Optional.empty();
  }

  public String printed() {
    return name().toLowerCase(Locale.ROOT);
  }
}
