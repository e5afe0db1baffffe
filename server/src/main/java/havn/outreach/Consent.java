package havn.outreach;

import havn.courtesy.Past;
import havn.courtesy.Yes;
import havn.kernel.id.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/// That somebody said yes to be written to first over a provider that asks for it, such as
/// WhatsApp. It belongs to a card and goes with it.
///
/// @param day in Oslo, at most 13 months ago
/// @param by shown name of whoever noted it; empty when they are gone
public record Consent(LocalDate day, How how, Optional<String> by) {

  /// How they said it.
  public enum How {
    /// In words, to somebody of the service.
    TOLD,
    /// They wrote first.
    WROTE,
    /// On a form.
    FORM;

    public static How parse(String printed) {
      return valueOf(printed.toUpperCase(Locale.ROOT));
    }

    public String printed() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What somebody notes.
  public record Given(LocalDate day, How how, StaffId by) {

    public boolean isRecent(LocalDate today) {
      return new Yes(day).isRecent(today);
    }
  }

  /// Whether it is that of whoever has the numbers now, and not too old.
  boolean holds(Past past, Instant now) {
    return new Yes(day).holds(past, now);
  }
}
