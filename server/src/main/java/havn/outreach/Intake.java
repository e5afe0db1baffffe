package havn.outreach;

import havn.channel.PhoneNumber;
import havn.channel.PhoneTags;
import havn.channel.Tagged;
import havn.correspondence.Standing;
import havn.correspondence.Standings;
import havn.courtesy.Window;
import havn.journal.Act;
import havn.journal.Journal;
import havn.kernel.id.ContactId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.time.SystemTime;
import havn.letters.LetterDesk;
import havn.outreach.CardStore.Kept;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// Where numbers come in. Tags are made of them, and then they are forgotten.
public final class Intake {

  private static final int MOST_MONTHS = 13;
  private static final int MOST_SHOWN = 20;

  private final CardStore store;
  private final Outlooks outlooks;
  private final PhoneTags tags;
  private final Journal journal;
  private final InstantSource clock;
  private final Asking asking = new Asking(Asking.NUMBERS);

  public Intake(
      CardStore store, Standings standings, PhoneTags tags, Journal journal, InstantSource clock) {
    this.store = store;
    this.outlooks = new Outlooks(standings);
    this.tags = tags;
    this.journal = journal;
    this.clock = clock;
  }

  /// What a number is worth.
  public sealed interface Worth {}

  /// None that a card may have.
  public record Nothing(PhoneNumber.Why why) implements Worth {}

  /// One that a card may have. Prints as `Number[…]`.
  ///
  /// @param stopped whether they said never
  /// @param begun whether a service for the same people contacted it first, in 13 months
  /// @param withdrawn when they took back a yes to be written to first, in 13 months
  /// @param cards of the service with it, at most 20
  /// @param windows safe times of the cards of the service with it, each once, at most 20
  public record Number(
      PhoneNumber number,
      boolean textable,
      boolean stopped,
      boolean begun,
      Optional<LocalDate> withdrawn,
      List<ContactId> cards,
      List<Window> windows)
      implements Worth {

    public Number {
      cards = List.copyOf(cards);
      windows = List.copyOf(windows);
    }

    @Override
    public String toString() {
      return "Number[…]";
    }
  }

  /// A number that was read.
  private record Dialled(PhoneNumber number, boolean textable) {

    @Override
    public String toString() {
      return "Dialled[…]";
    }
  }

  /// What at most 50 numbers are worth, in the same order, after a line in the journal; nothing is
  /// kept. Empty when this person has asked about 10,000 today.
  public Future<Optional<List<Worth>>> worth(StaffId who, ServiceId service, List<String> written) {
    Instant now = clock.instant();
    return asking.takes(who, written.size(), day(now))
        ? journal
            .write(
                new Act(
                    who, Act.Deed.CONTACT_LOOK, service.slug().getBytes(StandardCharsets.US_ASCII)),
                now)
            .compose(noted -> worth(service, written))
            .map(Optional::of)
        : Future.succeededFuture(Optional.empty());
  }

  private Future<List<Worth>> worth(ServiceId service, List<String> written) {
    List<PhoneNumber.Read> reads = written.stream().map(PhoneNumber::read).toList();
    List<Dialled> dialled = reads.stream().flatMap(read -> dialled(read).stream()).toList();
    Instant now = clock.instant();
    return tags.of(dialled.stream().map(Dialled::number).toList(), service)
        .compose(tagged -> numbers(service, dialled, tagged, now))
        .map(
            numbers -> {
              Iterator<Number> next = numbers.iterator();
              List<Worth> worth = new ArrayList<>(reads.size());
              for (PhoneNumber.Read read : reads) {
                worth.add(
                    switch (read) {
                      case PhoneNumber.NotTextable not -> new Nothing(not.why());
                      case PhoneNumber.Textable textable -> next.next();
                      case PhoneNumber.CallOnly callOnly -> next.next();
                    });
              }
              return worth;
            });
  }

  private Future<List<Number>> numbers(
      ServiceId service, List<Dialled> dialled, List<Tagged> tagged, Instant now) {
    List<Standings.Known> known = tagged.stream().map(Standings.Known::of).toList();
    List<byte[]> contacts = tagged.stream().map(Tagged::contact).toList();
    Future<List<Standing>> standings = outlooks.standings(service, known, now);
    Future<List<CardStore.With>> with = store.with(service, contacts, now);
    Future<List<CardStore.Withdrawn>> withdrawn = store.withdrawn(service, contacts);
    Future<?> all = Future.all(standings, with, withdrawn);
    return all.map(
        done -> {
          List<Number> numbers = new ArrayList<>(dialled.size());
          for (int i = 0; i < dialled.size(); i++) {
            byte[] contact = contacts.get(i);
            numbers.add(
                number(
                    dialled.get(i),
                    standings.result().get(i),
                    day(withdrawn.result(), contact),
                    cards(with.result(), contact)));
          }
          return numbers;
        });
  }

  private static Optional<LocalDate> day(List<CardStore.Withdrawn> withdrawn, byte[] contact) {
    return withdrawn.stream()
        .filter(one -> Arrays.equals(one.contact(), contact))
        .map(CardStore.Withdrawn::day)
        .findFirst();
  }

  private static List<CardStore.With> cards(List<CardStore.With> with, byte[] contact) {
    return with.stream().filter(one -> Arrays.equals(one.contact(), contact)).toList();
  }

  private static Number number(
      Dialled dialled, Standing known, Optional<LocalDate> withdrawn, List<CardStore.With> cards) {
    return new Number(
        dialled.number(),
        dialled.textable(),
        known.stopped().isPresent(),
        !known.past().begun().isEmpty(),
        withdrawn,
        cards.stream().map(CardStore.With::card).limit(MOST_SHOWN).toList(),
        cards.stream()
            .flatMap(card -> card.window().stream())
            .distinct()
            .limit(MOST_SHOWN)
            .toList());
  }

  /// A card to keep, as a console wrote it.
  ///
  /// @param sealed the numbers, sealed to the devices of the face
  /// @param written the same numbers in its order, 1–10
  /// @param consent that the person said yes to be written to first; empty, they did not
  public record Fresh(
      ContactId id,
      CardStore.Face face,
      byte[] sealed,
      List<String> written,
      int adverts,
      Optional<Consent.Given> consent) {

    public Fresh {
      written = List.copyOf(written);
    }

    /// Without consent.
    public Fresh(
        ContactId id, CardStore.Face face, byte[] sealed, List<String> written, int adverts) {
      this(id, face, sealed, written, adverts, Optional.empty());
    }

    @Override
    public String toString() {
      return "Fresh[" + id + "]";
    }
  }

  /// What came of cards that were to be kept.
  public sealed interface Outcome {}

  /// Of each, in order.
  public record Done(List<Kept> cards) implements Outcome {

    public Done {
      cards = List.copyOf(cards);
    }
  }

  /// A part is no envelope for these devices, or longer than 24 KiB.
  public record NotSealed() implements Outcome {}

  /// Cards end tomorrow at the earliest and in 13 months at the latest.
  public record BadEnd() implements Outcome {}

  /// Somebody said yes today at the latest and 13 months ago at the earliest.
  public record BadConsent() implements Outcome {}

  /// Whether a part of a card may look like this.
  public static boolean isSealed(byte[] file, List<DeviceId> devices) {
    return file.length <= Card.PART_BYTES && LetterDesk.isSealedFor(file, devices);
  }

  /// Keeps at most 5 cards of an import, after a line in the journal. The same again changes
  /// nothing.
  public Future<Outcome> keep(StaffId who, CardStore.Batch batch, List<Fresh> cards) {
    Instant now = clock.instant();
    LocalDate today = day(now);
    if (!batch.ends().isAfter(today) || batch.ends().isAfter(today.plusMonths(MOST_MONTHS))) {
      return Future.succeededFuture(new BadEnd());
    }
    if (!cards.stream()
        .flatMap(card -> card.consent().stream())
        .allMatch(given -> given.isRecent(today))) {
      return Future.succeededFuture(new BadConsent());
    }
    if (!cards.stream().allMatch(Intake::isSealed)) {
      return Future.succeededFuture(new NotSealed());
    }
    List<Optional<List<Dialled>>> dialled = cards.stream().map(Intake::dialled).toList();
    List<PhoneNumber> numbers =
        dialled.stream()
            .flatMap(Optional::stream)
            .flatMap(List::stream)
            .map(Dialled::number)
            .toList();
    return tags.of(numbers, batch.service())
        .compose(
            tagged ->
                journal
                    .write(new Act(who, Act.Deed.CONTACT_IMPORT, batch.batch()), now)
                    .compose(noted -> store.keep(batch, news(cards, dialled, tagged), now)))
        .map(kept -> new Done(together(dialled, kept)));
  }

  private static boolean isSealed(Fresh card) {
    return isSealed(card.face().file(), card.face().devices())
        && isSealed(card.sealed(), card.face().devices());
  }

  private static List<CardStore.New> news(
      List<Fresh> cards, List<Optional<List<Dialled>>> dialled, List<Tagged> tagged) {
    Iterator<Tagged> tags = tagged.iterator();
    List<CardStore.New> news = new ArrayList<>();
    for (int i = 0; i < cards.size(); i++) {
      if (dialled.get(i).isPresent()) {
        Fresh card = cards.get(i);
        List<Card.Number> numbers =
            dialled.get(i).get().stream()
                .map(one -> new Card.Number(Standings.Known.of(tags.next()), one.textable()))
                .toList();
        news.add(
            new CardStore.New(
                card.id(), card.face(), card.sealed(), numbers, card.adverts(), card.consent()));
      }
    }
    return news;
  }

  private static List<Kept> together(List<Optional<List<Dialled>>> dialled, List<Kept> kept) {
    Iterator<Kept> next = kept.iterator();
    return dialled.stream().map(one -> one.isPresent() ? next.next() : Kept.NO_NUMBER).toList();
  }

  /// The numbers of a card; empty when one is none.
  private static Optional<List<Dialled>> dialled(Fresh card) {
    List<Dialled> numbers =
        card.written().stream()
            .flatMap(written -> dialled(PhoneNumber.read(written)).stream())
            .toList();
    return numbers.size() == card.written().size() ? Optional.of(numbers) : Optional.empty();
  }

  private static Optional<Dialled> dialled(PhoneNumber.Read read) {
    return switch (read) {
      case PhoneNumber.Textable textable -> Optional.of(new Dialled(textable.number(), true));
      case PhoneNumber.CallOnly callOnly -> Optional.of(new Dialled(callOnly.number(), false));
      case PhoneNumber.NotTextable not -> Optional.empty();
    };
  }

  static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, SystemTime.OSLO);
  }
}
