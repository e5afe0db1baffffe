package havn.outreach;

import havn.journal.Act;
import java.util.Locale;
import java.util.Optional;

/// What is opened of a card, and why.
public enum CardPart {
  /// What may be shown.
  FACE(Act.Deed.CONTACT_OPEN),
  /// The numbers, to show them.
  NUMBERS(Act.Deed.CONTACT_REVEAL),
  /// The numbers, for a release; no page shows them.
  SEND(Act.Deed.CONTACT_SEND);

  private final Act.Deed deed;

  CardPart(Act.Deed deed) {
    this.deed = deed;
  }

  Act.Deed deed() {
    return deed;
  }

  public static Optional<CardPart> parse(String printed) {
    for (CardPart part : values()) {
      if (part.name().toLowerCase(Locale.ROOT).equals(printed)) {
        return Optional.of(part);
      }
    }
    return Optional.empty();
  }
}
