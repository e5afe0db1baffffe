package havn.outreach;

import havn.channel.Tagged;
import havn.correspondence.Standings;
import havn.courtesy.Past;
import havn.courtesy.Window;
import havn.kernel.id.ContactId;
import havn.kernel.id.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A contact card without what is sealed.
///
/// @param numbers 1–10, in the card's order
/// @param adverts in how many it was seen
/// @param origin where its numbers come from
/// @param ends the day it is deleted
/// @param holder who works with it now; empty, nobody
/// @param consent to be written to first over a provider that asks for it; empty, nobody noted one
/// @param shared how many other cards of the service have one of its numbers
public record Card(
    ContactId id,
    String language,
    Optional<Window> window,
    List<Number> numbers,
    int adverts,
    Origin origin,
    LocalDate ends,
    Optional<Holder> holder,
    Optional<Consent> consent,
    int shared) {

  public static final int MOST_NUMBERS = 10;

  /// Bytes of a sealed part.
  public static final int PART_BYTES = 24_576;

  /// How long somebody has a card after the last thing they did with it.
  public static final Duration HELD = Duration.ofMinutes(30);

  public Card {
    numbers = List.copyOf(numbers);
  }

  /// One of its numbers, by its tags.
  ///
  /// @param textable whether it is a mobile phone; others can be called
  public record Number(Standings.Known known, boolean textable) {

    @Override
    public String toString() {
      return "Number[…]";
    }
  }

  /// Where numbers come from.
  ///
  /// @param made the day on which they were entered, in Oslo
  public record Origin(CardStore.Source source, LocalDate made) {}

  /// Somebody of staff.
  public record Holder(StaffId id, String name) {

    @Override
    public String toString() {
      return "Holder[" + id + "]";
    }
  }

  /// Which of its numbers it is; how many there are, when it is none of them.
  int place(Tagged tagged) {
    int place = 0;
    while (place < numbers.size()
        && !Arrays.equals(numbers.get(place).known().contact(), tagged.contact())) {
      place++;
    }
    return place;
  }

  /// Whether none of its numbers is a mobile phone.
  public boolean callOnly() {
    return numbers.stream().noneMatch(Number::textable);
  }

  /// Whether whoever has its numbers now said yes to be written to first.
  ///
  /// @param past of its numbers together, or of one of them
  boolean consents(Past past, Instant now) {
    return consent.filter(given -> given.holds(past, now)).isPresent();
  }

  public boolean isHeldBy(StaffId staff) {
    return holder.filter(one -> one.id().equals(staff)).isPresent();
  }

  @Override
  public String toString() {
    return "Card[" + id + "]";
  }
}
