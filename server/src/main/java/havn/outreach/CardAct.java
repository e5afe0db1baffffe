package havn.outreach;

import java.time.LocalDate;

/// What somebody does with a card.
public sealed interface CardAct {

  /// Nobody else can hold it, for 30 minutes; only what nobody else holds.
  record Take() implements CardAct {}

  /// Only one's own; coordinators anybody's.
  record GiveBack() implements CardAct {}

  /// Whoever has one of its numbers is written to no more, by any service.
  record Never() implements CardAct {}

  /// Its holder notes that the person said yes to be written to first over a provider that asks
  /// for it.
  record Consented(Consent.How how, LocalDate day) implements CardAct {}

  /// The person takes that back; whoever holds the card.
  record Withdrawn() implements CardAct {}

  /// Only what nobody else holds.
  record Delete() implements CardAct {}

  /// Its holder called by hand.
  ///
  /// @param place which number, 0–9
  record Called(int place) implements CardAct {}
}
