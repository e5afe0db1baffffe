package havn.outreach;

import havn.courtesy.Window;
import havn.kernel.id.CampaignId;
import havn.kernel.id.ContactId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Where cards are kept. A card of another service, or one whose last day is over, is not found.
public interface CardStore {

  int MOST_CARDS = 5_000;
  int MOST_LISTED = 200;
  int MOST_LOOKED_AT = 500;
  int MOST_HELD = 20;

  /// Cards of one import.
  ///
  /// @param batch 16 bytes
  @SuppressWarnings("ArrayRecordComponent")
  record Batch(ServiceId service, byte[] batch, Source source, LocalDate ends) {}

  /// Where the numbers come from.
  enum Source {
    ADVERT,
    SELF,
    PARTNER,
    STREET,
    OTHER;

    public static Source parse(String printed) {
      return valueOf(printed.toUpperCase(Locale.ROOT));
    }

    public String printed() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What a console wrote.
  record Face(byte[] file, List<DeviceId> devices, String language, Optional<Window> window) {

    public Face {
      devices = List.copyOf(devices);
    }

    @Override
    public String toString() {
      return "Face[" + file.length + " bytes]";
    }
  }

  /// In which language somebody is written to, and when it is safe to.
  record Facts(String language, Optional<Window> window) {}

  /// What a console wrote of a card that is there.
  ///
  /// @param facts empty: they stay as they are
  record Rewritten(byte[] file, List<DeviceId> devices, Optional<Facts> facts) {

    public Rewritten {
      devices = List.copyOf(devices);
    }

    @Override
    public String toString() {
      return "Rewritten[" + file.length + " bytes]";
    }
  }

  /// A card to keep.
  ///
  /// @param sealed the numbers
  record New(
      ContactId id,
      Face face,
      byte[] sealed,
      List<Card.Number> numbers,
      int adverts,
      Optional<Consent.Given> consent) {

    public New {
      numbers = List.copyOf(numbers);
    }

    @Override
    public String toString() {
      return "New[" + id + "]";
    }
  }

  /// What became of a card that was to be kept.
  enum Kept {
    KEPT,
    /// There is one of that id already.
    KNOWN,
    /// One of its numbers is none.
    NO_NUMBER,
    /// The service has 5,000.
    FULL
  }

  /// At most 5, in the same order.
  Future<List<Kept>> keep(Batch batch, List<New> cards, Instant now);

  /// Where a card stands in the worklist: by these, one after the other. It stays there for whoever
  /// turns the page, however cards move meanwhile.
  ///
  /// @param begun when somebody began last
  record Place(boolean stopped, Optional<Instant> begun, Instant made, ContactId card) {

    @Override
    public String toString() {
      return "Place[" + card + "]";
    }
  }

  /// @param last where the last of the cards stands; empty when there is none
  record Page(List<Card> cards, Optional<Place> last) {

    public Page {
      cards = List.copyOf(cards);
    }
  }

  /// The next 200 behind a place: those never contacted first, then those contacted longest ago,
  /// and those that were stopped last.
  Future<Page> list(ServiceId service, Optional<Place> after, Instant now);

  /// Cards among which the next is looked for.
  ///
  /// @param languages empty, any
  /// @param campaign those that are open in it and have a language in which its texts were
  /// approved; empty, all
  record Wanted(ServiceId service, Set<String> languages, Optional<CampaignId> campaign) {

    public Wanted {
      languages = Set.copyOf(languages);
    }
  }

  /// 500 cards after as many, that nobody holds: those never contacted first, and of these what was
  /// never given back. Unless a campaign asks, without those that were stopped and those that wait
  /// in silence.
  Future<List<Card>> free(Wanted wanted, int after, Instant now);

  /// Those among them that somebody holds, at most 20.
  Future<List<Card>> heldBy(StaffId who, Wanted wanted, Instant now);

  /// How many cards of all services somebody holds.
  Future<Integer> holds(StaffId who, Instant now);

  Future<Optional<Card>> find(ServiceId service, ContactId id, Instant now);

  /// How many there are.
  ///
  /// @param numbers distinct ones
  record Counts(int cards, int numbers, int adverts, int contacted, int replied, int stopped) {}

  Future<Counts> count(ServiceId service, Instant now);

  /// A card with a tag, and its safe time.
  @SuppressWarnings("ArrayRecordComponent")
  record With(byte[] contact, ContactId card, Optional<Window> window) {}

  /// The cards of a service with some of these tags, at most 1,000.
  Future<List<With>> with(ServiceId service, List<byte[]> contacts, Instant now);

  /// Somebody and a card of a service.
  record Held(ServiceId service, ContactId card, StaffId who) {}

  /// Takes it, or keeps it longer; false when somebody else holds it, or when this person holds 20
  /// others.
  Future<Boolean> take(Held held, Instant now);

  /// Keeps it for 30 minutes more; false unless this person holds it.
  Future<Boolean> renew(Held held, Instant now);

  /// @param anybodys whether it may be somebody else's
  Future<Boolean> giveBack(Held held, boolean anybodys, Instant now);

  /// A sealed part.
  record File(byte[] file, int version) {

    @Override
    public String toString() {
      return "File[" + file.length + " bytes]";
    }
  }

  Future<Optional<File>> open(ServiceId service, ContactId id, CardPart part, Instant now);

  /// False unless this person holds it, in that version.
  Future<Boolean> write(Held held, Rewritten face, int version, Instant now);

  /// Notes that the person said yes; false unless whoever notes it holds the card, and when one of
  /// its numbers took a yes back after that day.
  Future<Boolean> consent(Held held, Consent.Given given, Instant now);

  /// Takes that back, whoever holds the card, on each card of the service with one of its numbers,
  /// and on each with a number of those. For 13 months no card that comes in with one of these
  /// numbers has a yes of this day or before, also where nobody had said yes. May be said again;
  /// false when the card is gone.
  Future<Boolean> withdraw(ServiceId service, ContactId card, Instant now);

  /// That somebody took a yes back last on that day, in Oslo.
  @SuppressWarnings("ArrayRecordComponent")
  record Withdrawn(byte[] contact, LocalDate day) {}

  /// Those among these tags, of the service.
  Future<List<Withdrawn>> withdrawn(ServiceId service, List<byte[]> contacts);

  /// False when somebody else holds it. What was begun with it and still waits is dropped.
  Future<Boolean> delete(Held held, Instant now);

  /// Notes a call to a number; false, and nothing, when one was noted in the last minute.
  Future<Boolean> called(ServiceId service, byte[] contact, Instant now);

  /// Removes at most 1,000 rows of each kind that have had their time; answers how many.
  Future<Integer> forget(Instant now);
}
