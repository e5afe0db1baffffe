package havn.staff;

import java.util.Locale;
import java.util.Optional;

/// What a member of staff is to a service. Printed in rosters in lower case.
public enum Role {
  COORDINATOR,
  WORKER,
  VOLUNTEER,
  PEER,
  MEDIATOR,
  PARTNER,
  TRAINEE,
  AUDITOR;

  /// Reads the roster's spelling; empty when there is no such role.
  public static Optional<Role> parse(String name) {
    for (Role role : values()) {
      if (role.printed().equals(name)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }

  public String printed() {
    return name().toLowerCase(Locale.ROOT);
  }
}
