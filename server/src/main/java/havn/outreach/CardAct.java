package havn.outreach;

import havn.kernel.id.ThreadId;
import java.time.LocalDate;
import java.util.Map;

/// What somebody does with a card.
public sealed interface CardAct {

  /// Nobody else can hold it, for 30 minutes; only what nobody else holds.
  record Take() implements CardAct {}

  /// Only one's own; coordinators anybody's.
  record GiveBack() implements CardAct {}

  /// Whoever has one of its numbers is written to no more, by any service; not while a text of
  /// theirs to this service waits that was not read: they may have written that they are in danger.
  ///
  /// @param seen how many texts of theirs had come when a conversation was read last, at most 200
  record Never(Map<ThreadId, Integer> seen) implements CardAct {

    /// Nobody has read anything.
    public Never() {
      this(Map.of());
    }

    public Never {
      seen = Map.copyOf(seen);
    }

    /// Whether so many texts came that one was not read.
    boolean overlooks(ThreadId thread, int words) {
      return words > seen.getOrDefault(thread, 0);
    }
  }

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
