package havn.service;

import java.util.Locale;
import java.util.Optional;

/// A number to call when a chat is not enough. `number` is 2–16 digits, a leading plus allowed.
public record EmergencyNumber(String number, Kind kind) {

  /// What answers; the page says so before somebody calls.
  public enum Kind {
    /// Ambulance and acute health.
    HEALTH,
    /// Answered by the police.
    POLICE,
    /// Out-of-hours doctor.
    DOCTOR,
    /// Helpline against violence and abuse.
    VIOLENCE,
    /// Child protection on duty.
    CHILD;

    static Optional<Kind> parse(String printed) {
      for (Kind kind : values()) {
        if (kind.printed().equals(printed)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }

    public String printed() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
