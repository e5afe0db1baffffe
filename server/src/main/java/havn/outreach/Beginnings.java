package havn.outreach;

import havn.channel.PhoneNumber;
import havn.channel.PhoneTags;
import havn.channel.Tagged;
import havn.correspondence.Errand;
import havn.correspondence.Pace;
import havn.correspondence.Releasing;
import havn.correspondence.Standing;
import havn.correspondence.Standings;
import havn.courtesy.Courtesy;
import havn.courtesy.Demands;
import havn.courtesy.FirstText;
import havn.courtesy.FirstText.Opening;
import havn.courtesy.Language;
import havn.courtesy.Occasion;
import havn.courtesy.Past;
import havn.courtesy.Permission;
import havn.courtesy.ProofCode;
import havn.kernel.id.CampaignId;
import havn.kernel.id.ContactId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.kernel.id.TextId;
import havn.outreach.CardStore.Held;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The one way to write first to somebody who has a card: a draft, then a release of what its
/// holder made of it.
public final class Beginnings {

  private final Shelves shelves;
  private final Outlooks outlooks;
  private final Releasing releasing;
  private final Pace pace;
  private final PhoneTags tags;
  private final Codes codes;
  private final Senders senders;
  private final CampaignTexts texts;
  private final TextCheck check;
  private final InstantSource clock;

  public Beginnings(
      Shelves shelves,
      Standings standings,
      Releasing releasing,
      Pace pace,
      PhoneTags tags,
      Senders senders,
      InstantSource clock) {
    this.shelves = shelves;
    this.outlooks = new Outlooks(standings);
    this.releasing = releasing;
    this.pace = pace;
    this.tags = tags;
    this.codes = new Codes(shelves.proofs());
    this.senders = senders;
    this.texts = new CampaignTexts(senders);
    this.check = new TextCheck(senders);
    this.clock = clock;
  }

  /// What came of a wish for a draft.
  public sealed interface Drafted {}

  /// @param text empty when nothing may be sent
  public record Draft(Occasion occasion, String text, Permission permission) implements Drafted {

    @Override
    public String toString() {
      return "Draft[" + occasion + "]";
    }
  }

  /// They said never.
  public record Stopped() implements Drafted {}

  /// The number can be called only.
  public record CallOnly() implements Drafted {}

  /// This person does not hold the card, or it has no such number.
  public record NotHeld() implements Drafted, Released {}

  /// The service has no name or address that fits a text.
  public record NoSender(Senders.Setting setting) implements Drafted, Released {}

  /// What would be sent to a number of a card one holds, with a fresh code.
  public Future<Drafted> draft(
      StaffId who, ServiceId service, ContactId card, int place, Language language) {
    Instant now = clock.instant();
    return held(new Held(service, card, who), now)
        .compose(
            found -> {
              if (found.isEmpty() || place >= found.get().numbers().size()) {
                return Future.succeededFuture(new NotHeld());
              }
              return outlooks
                  .of(service, found.get(), now)
                  .compose(known -> draft(service, found.get(), known, place, language, now));
            });
  }

  private Future<Drafted> draft(
      ServiceId service,
      Card card,
      List<Standing> known,
      int place,
      Language language,
      Instant now) {
    Standing all = Standing.together(known);
    if (all.stopped().isPresent()) {
      return Future.succeededFuture(new Stopped());
    }
    if (!card.numbers().get(place).textable()) {
      return Future.succeededFuture(new CallOnly());
    }
    return switch (Outlook.may(card, all, now)) {
      case Outlook.Stopped stopped -> Future.succeededFuture(new Stopped());
      case Outlook.Begin begin -> {
        Permission permission = both(card, begin, known.get(place), all, now);
        Opening opening = opening(begin.occasion(), known.get(place), all, now);
        yield permission instanceof Permission.Never
            ? Future.succeededFuture(new Draft(begin.occasion(), "", permission))
            : write(
                service, card, new Draft(begin.occasion(), "", permission), opening, language, now);
      }
    };
  }

  /// What the rules say of the card, and of this number alone.
  private static Permission both(
      Card card, Outlook.Begin begin, Standing number, Standing person, Instant now) {
    if (begin.permission() instanceof Permission.Never) {
      return begin.permission();
    }
    return person.terms().templates() && !card.consents(number.past(), now)
        ? new Permission.Never(Permission.Why.NO_CONSENT)
        : Standing.permission(number, person, begin.occasion(), now);
  }

  private Future<Drafted> write(
      ServiceId service, Card card, Draft draft, Opening opening, Language language, Instant now) {
    return switch (senders.of(service, language)) {
      case Senders.Missing missing -> Future.succeededFuture(new NoSender(missing.setting()));
      case Senders.Found found -> {
        ProofCode code = ProofCode.fresh();
        String text = FirstText.of(opening, language, found.sender(), code);
        yield codes
            .draw(service, card.id(), code, now)
            .map(kept -> new Draft(draft.occasion(), text, draft.permission()));
      }
    };
  }

  /// Somebody new is told what for, and reminded of it. Who was silent for 180 days is told only
  /// who writes, and so is whoever has this number now when it changed hands, also when others of
  /// the card did not.
  private static Opening opening(Occasion occasion, Standing number, Standing person, Instant now) {
    boolean reminds = occasion == Occasion.REMINDER;
    if (contentFree(reminds, person.past(), now) || contentFree(reminds, number.past(), now)) {
      return Opening.CONTENT_FREE;
    }
    return reminds ? Opening.REMINDER : Opening.FIRST;
  }

  /// Neither of somebody new, nor where the first message of all is what they are reminded of.
  private static boolean contentFree(boolean reminds, Past past, Instant now) {
    boolean fresh = past.word().isEmpty() && past.changed().isEmpty();
    boolean told = fresh && past.begun().size() <= (reminds ? 1 : 0);
    return !told && Courtesy.contentFree(past, now);
  }

  /// What came of a release.
  public sealed interface Released {}

  public record Asked(Releasing.Outcome outcome) implements Released {}

  /// The number is none of the card's, or takes no texts.
  public record NotItsNumber() implements Released {}

  /// A minute's releases are used up.
  public record TooFast() implements Released {}

  /// It is not what was approved for its campaign, or the texts have changed since.
  public record OtherText() implements Released {}

  /// The text does not say what it has to.
  public record Lacking(Set<Demands.Lack> what) implements Released {

    public Lacking {
      what = Set.copyOf(what);
    }
  }

  /// After 180 days of silence, or a change of hands, only our own short text goes out, unchanged.
  public record OnlyWhoWrites() implements Released {}

  /// Another number of the card stands in the way.
  public record NotNow(Outlook.May may) implements Released {}

  /// A text to a card.
  ///
  /// @param to the number, as the card has it
  /// @param campaign for which it is released; empty, by hand
  /// @param language of the text; empty, that of the card
  public record Text(
      TextId id,
      ServiceId service,
      ContactId card,
      Optional<CampaignId> campaign,
      String to,
      Optional<Language> language,
      String text) {

    @Override
    public String toString() {
      return "Text[" + id + ", " + text.length() + " chars]";
    }
  }

  /// Releases a text to a card that this person holds. The same id again changes nothing.
  public Future<Released> release(StaffId who, Text text) {
    return releasing
        .queued(who, text.id())
        .compose(
            before ->
                before.isPresent()
                    ? Future.succeededFuture(new Asked(before.get()))
                    : releaseNow(who, text));
  }

  private Future<Released> releaseNow(StaffId who, Text text) {
    return switch (PhoneNumber.read(text.to())) {
      case PhoneNumber.NotTextable not -> Future.succeededFuture(new NotItsNumber());
      case PhoneNumber.CallOnly callOnly -> Future.succeededFuture(new NotItsNumber());
      case PhoneNumber.Textable textable ->
          tags.of(textable.number(), text.service())
              .compose(tagged -> release(who, text, textable.number(), tagged));
    };
  }

  private Future<Released> release(StaffId who, Text text, PhoneNumber to, Tagged tagged) {
    Instant now = clock.instant();
    return held(new Held(text.service(), text.card(), who), now)
        .compose(
            found -> {
              if (found.isEmpty()) {
                return Future.succeededFuture(new NotHeld());
              }
              Card card = found.get();
              int place = card.place(tagged);
              return place < card.numbers().size()
                  ? outlooks
                      .of(text.service(), card, now)
                      .compose(
                          known ->
                              release(
                                  new Release(who, text, to, tagged, card, known.get(place)),
                                  Standing.together(known),
                                  now))
                  : Future.succeededFuture(new NotItsNumber());
            });
  }

  /// What a release is made of by now.
  ///
  /// @param number what is known of the number alone
  private record Release(
      StaffId who, Text text, PhoneNumber to, Tagged tagged, Card card, Standing number) {

    /// Of the text; a campaign's is in the card's language.
    Language language() {
      return text.language()
          .filter(said -> text.campaign().isEmpty())
          .or(() -> Language.parse(card.language()))
          .orElse(Language.NB);
    }

    @Override
    public String toString() {
      return "Release[" + text.id() + "]";
    }
  }

  private Future<Released> release(Release release, Standing all, Instant now) {
    return switch (Outlook.may(release.card(), all, now)) {
      case Outlook.Stopped stopped -> Future.succeededFuture(new NotNow(stopped));
      case Outlook.Begin begin ->
          begin.permission() instanceof Permission.Never
              ? Future.succeededFuture(new NotNow(begin))
              : approved(
                  release,
                  begin.occasion(),
                  opening(begin.occasion(), release.number(), all, now),
                  all.terms().manners().names(),
                  now);
    };
  }

  private Future<Released> approved(
      Release release, Occasion occasion, Opening opening, List<String> names, Instant now) {
    Text text = release.text();
    return text.campaign().isEmpty()
        ? checked(release, occasion, opening, names, Pace.A_MINUTE, now)
        : shelves
            .campaigns()
            .approved(text.service(), text.campaign().get(), text.card())
            .compose(
                approved -> {
                  if (approved.isEmpty()) {
                    return Future.succeededFuture(
                        new Asked(new Releasing.Refused(new Releasing.Gone())));
                  }
                  return isApproved(release, opening, approved.get())
                      ? checked(release, occasion, opening, names, Pace.OF_A_CAMPAIGN, now)
                      : Future.succeededFuture(new OtherText());
                });
  }

  /// Whether it is, word for word, what somebody approved for the card's language and this opening,
  /// and nothing of what they read has changed since.
  private boolean isApproved(Release release, Opening opening, CampaignStore.Approved approved) {
    Text text = release.text();
    return approved.languages().contains(release.card().language())
        && approved.texts().equals(texts.digest(text.service(), approved.languages()))
        && texts.isOurs(text.service(), release.language(), opening, text.text());
  }

  private Future<Released> checked(
      Release release,
      Occasion occasion,
      Opening opening,
      List<String> names,
      int most,
      Instant now) {
    Optional<Released> refusal =
        check.refuses(
            release.text().service(), opening, release.language(), release.text().text(), names);
    if (refusal.isPresent()) {
      return Future.succeededFuture(refusal.get());
    }
    return pace.takes(release.who(), most, now)
        ? begin(release, occasion)
        : Future.succeededFuture(new TooFast());
  }

  private Future<Released> begin(Release release, Occasion occasion) {
    Text text = release.text();
    Card card = release.card();
    return releasing
        .begin(
            release.who(),
            new Releasing.Beginning(
                text.id(),
                text.service(),
                release.tagged(),
                release.to(),
                occasion,
                release.language(),
                text.text(),
                Optional.of(
                    new Errand(
                        card.id(),
                        text.campaign(),
                        others(card, release.tagged()),
                        Codes.in(text.service(), text.text())))))
        .map(Asked::new);
  }

  private static List<Standings.Known> others(Card card, Tagged tagged) {
    return card.numbers().stream()
        .map(Card.Number::known)
        .filter(known -> !Arrays.equals(known.contact(), tagged.contact()))
        .toList();
  }

  /// The card, kept for 30 minutes more; empty unless this person holds it.
  private Future<Optional<Card>> held(Held held, Instant now) {
    CardStore cards = shelves.cards();
    return cards
        .renew(held, now)
        .compose(
            renewed ->
                renewed
                    ? cards.find(held.service(), held.card(), now)
                    : Future.succeededFuture(Optional.empty()));
  }
}
