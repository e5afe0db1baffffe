package havn.service;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// Whom a service is for. Services of different audiences are never joined: no transfer leads from
/// one to the other.
public enum Audience {
  /// People who sell or have sold sex, and those who ask on their behalf.
  SELLERS,
  /// People who buy sex.
  BUYERS;

  /// Whether these are for more than one.
  public static boolean mixed(Collection<Service> services) {
    return services.stream().map(Service::audience).distinct().count() > 1;
  }

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
