package havn.outreach;

import havn.correspondence.OptOuts;
import havn.correspondence.Standings;
import havn.correspondence.ThreadStore;
import havn.courtesy.Courtesy;
import havn.courtesy.Permission;
import havn.figures.Counted;
import havn.journal.Act;
import havn.journal.Journal;
import havn.kernel.id.ContactId;
import havn.kernel.id.ServiceId;
import havn.outreach.CardStore.Held;
import havn.staff.Right;
import havn.staff.StaffMember;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/// The worklist of a service, and what people do with its cards. Whether their role may, and
/// whether they work for the service, is asked before.
public final class Cards {

  private final CardStore store;
  private final Outlooks outlooks;
  private final OptOuts optOuts;
  private final ThreadStore threads;
  private final Journal journal;
  private final BiConsumer<ServiceId, Counted> counts;
  private final InstantSource clock;

  /// @param counts hears of calls by hand
  public Cards(
      CardStore store,
      Standings standings,
      OptOuts optOuts,
      ThreadStore threads,
      Journal journal,
      BiConsumer<ServiceId, Counted> counts,
      InstantSource clock) {
    this.store = store;
    this.outlooks = new Outlooks(standings);
    this.optOuts = optOuts;
    this.threads = threads;
    this.journal = journal;
    this.counts = counts;
    this.clock = clock;
  }

  /// At most 200, and how many there are of everything.
  ///
  /// @param next behind which place the next page begins; empty, there is none
  public record Worklist(
      List<Listed> cards, Optional<CardStore.Place> next, CardStore.Counts counts) {

    public Worklist {
      cards = List.copyOf(cards);
    }
  }

  /// @param after where the page before ended
  public Future<Worklist> list(ServiceId service, Optional<CardStore.Place> after) {
    Instant now = clock.instant();
    return store
        .list(service, after, now)
        .compose(
            page ->
                outlooks
                    .of(service, page.cards(), now)
                    .compose(
                        seen ->
                            store
                                .count(service, now)
                                .map(counts -> new Worklist(seen, next(page), counts))));
  }

  private static Optional<CardStore.Place> next(CardStore.Page page) {
    return page.last().filter(last -> page.cards().size() == CardStore.MOST_LISTED);
  }

  /// One card as the worklist has it; empty when the service has no such card.
  public Future<Optional<Listed>> find(ServiceId service, ContactId card) {
    Instant now = clock.instant();
    return store
        .find(service, card, now)
        .compose(found -> outlooks.of(service, found.stream().toList(), now))
        .map(seen -> seen.stream().findFirst());
  }

  /// What came of a wish for the next card.
  public sealed interface Next {}

  public record Taken(Listed card) implements Next {}

  /// None may be contacted now.
  public record None() implements Next {}

  /// This person holds 20 already.
  public record HandsFull() implements Next {}

  /// Takes the next card that may be contacted now, in one of these languages; none, any. One that
  /// this person holds without knowing comes first: an answer was lost on its way to them.
  ///
  /// @param knows cards that this person knows to hold, at most 20
  public Future<Next> next(
      StaffMember who, ServiceId service, Set<String> languages, Set<ContactId> knows) {
    return next(
        who, new CardStore.Wanted(service, languages, Optional.empty()), knows, Unfit.NOBODY);
  }

  /// Hears of cards that may not be contacted any more.
  interface Unfit {

    Unfit NOBODY = cards -> Future.succeededFuture();

    Future<Void> hear(List<ContactId> cards);
  }

  Future<Next> next(StaffMember who, CardStore.Wanted wanted, Set<ContactId> knows, Unfit unfit) {
    Instant now = clock.instant();
    Permission stranger = Courtesy.hours(outlooks.manners(wanted.service()), List.of(), now);
    return stranger instanceof Permission.Now
        ? unknown(who, wanted, knows, now)
            .compose(
                held ->
                    held.isPresent()
                        ? Future.succeededFuture(new Taken(held.get()))
                        : free(who, wanted, unfit, now))
        : Future.succeededFuture(new None());
  }

  private Future<Optional<Listed>> unknown(
      StaffMember who, CardStore.Wanted wanted, Set<ContactId> knows, Instant now) {
    return store
        .heldBy(who.id(), wanted, now)
        .map(held -> held.stream().filter(card -> !knows.contains(card.id())).toList())
        .compose(lost -> outlooks.of(wanted.service(), lost, now))
        .compose(seen -> first(who, wanted.service(), seen, now));
  }

  private Future<Next> free(StaffMember who, CardStore.Wanted wanted, Unfit unfit, Instant now) {
    return store
        .holds(who.id(), now)
        .compose(
            holds ->
                holds >= CardStore.MOST_HELD
                    ? Future.succeededFuture(new HandsFull())
                    : next(who, wanted, unfit, 0, now)
                        .map(taken -> taken.<Next>map(Taken::new).orElseGet(None::new)));
  }

  /// Looks at 500 after as many, and at 5,000 at most.
  private Future<Optional<Listed>> next(
      StaffMember who, CardStore.Wanted wanted, Unfit unfit, int after, Instant now) {
    return store
        .free(wanted, after, now)
        .compose(
            cards ->
                outlooks
                    .of(wanted.service(), cards, now)
                    .compose(
                        seen ->
                            unfit
                                .hear(over(seen))
                                .compose(heard -> first(who, wanted.service(), seen, now)))
                    .compose(
                        taken -> {
                          int seen = after + cards.size();
                          boolean last =
                              cards.size() < CardStore.MOST_LOOKED_AT
                                  || seen >= CardStore.MOST_CARDS;
                          return taken.isPresent() || last
                              ? Future.succeededFuture(taken)
                              : next(who, wanted, unfit, seen, now);
                        }));
  }

  private static List<ContactId> over(List<Listed> seen) {
    return seen.stream().filter(one -> one.outlook().isOver()).map(one -> one.card().id()).toList();
  }

  private Future<Optional<Listed>> first(
      StaffMember who, ServiceId service, List<Listed> seen, Instant now) {
    return first(who, service, seen.stream().filter(one -> one.outlook().isNow()).iterator(), now);
  }

  private Future<Optional<Listed>> first(
      StaffMember who, ServiceId service, Iterator<Listed> seen, Instant now) {
    if (!seen.hasNext()) {
      return Future.succeededFuture(Optional.empty());
    }
    Listed next = seen.next();
    Held held = new Held(service, next.card().id(), who.id());
    return store
        .take(held, now)
        .compose(taken -> taken ? shown(held, next, now) : first(who, service, seen, now));
  }

  private Future<Optional<Listed>> shown(Held held, Listed seen, Instant now) {
    return store
        .find(held.service(), held.card(), now)
        .map(card -> card.map(found -> new Listed(found, seen.outlook())));
  }

  /// Does it, or says why the card is not as the act needs it.
  public Future<Acted> act(StaffMember who, ServiceId service, ContactId card, CardAct act) {
    Held held = new Held(service, card, who.id());
    Instant now = clock.instant();
    return does(who, held, act, now)
        .compose(
            done ->
                done
                    ? Future.succeededFuture(Acted.DONE)
                    : store
                        .find(service, card, now)
                        .map(found -> Acted.not(act, found, who.id(), Intake.day(now))));
  }

  private Future<Boolean> does(StaffMember who, Held held, CardAct act, Instant now) {
    return switch (act) {
      case CardAct.Take take -> store.take(held, now);
      case CardAct.GiveBack giveBack ->
          store.giveBack(held, Right.GIVE_BACK_FOR_OTHERS.has(who.role()), now);
      case CardAct.Never never -> never(held, never, now);
      case CardAct.Delete delete -> delete(held, now);
      case CardAct.Consented yes ->
          consent(held, new Consent.Given(yes.day(), yes.how(), who.id()), now);
      case CardAct.Withdrawn withdrawn ->
          store
              .withdraw(held.service(), held.card(), now)
              .compose(done -> noted(done, held, Act.Deed.CONTACT_WITHDRAW, now));
      case CardAct.Called called -> called(held, called.place(), now);
    };
  }

  private Future<Boolean> never(Held held, CardAct.Never never, Instant now) {
    return store
        .find(held.service(), held.card(), now)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(false)
                    : overlooks(held.service(), found.get(), never, now)
                        .compose(
                            overlooks ->
                                overlooks
                                    ? Future.succeededFuture(false)
                                    : note(held, Act.Deed.CONTACT_NEVER, now)
                                        .compose(noted -> stop(found.get().numbers(), now))
                                        .map(true)));
  }

  private Future<Boolean> overlooks(
      ServiceId service, Card card, CardAct.Never never, Instant now) {
    return threads
        .unanswered(service, card.numbers().stream().map(Card.Number::known).toList(), now)
        .map(all -> all.stream().anyMatch(one -> never.overlooks(one.thread(), one.words())));
  }

  private Future<Void> stop(List<Card.Number> numbers, Instant now) {
    List<byte[]> stops = numbers.stream().map(number -> number.known().stop()).toList();
    return optOuts.stopAll(stops, OptOuts.Source.WORKER, OptOuts.When.at(now)).mapEmpty();
  }

  private Future<Boolean> consent(Held held, Consent.Given given, Instant now) {
    return given.isRecent(Intake.day(now))
        ? store
            .consent(held, given, now)
            .compose(done -> noted(done, held, Act.Deed.CONTACT_CONSENT, now))
        : Future.succeededFuture(false);
  }

  /// The journal has what happened, and nothing that was refused.
  private Future<Boolean> noted(boolean done, Held held, Act.Deed deed, Instant now) {
    return done ? note(held, deed, now).map(true) : Future.succeededFuture(false);
  }

  private Future<Boolean> delete(Held held, Instant now) {
    return store
        .find(held.service(), held.card(), now)
        .compose(
            found ->
                found.filter(card -> free(card, held)).isEmpty()
                    ? Future.succeededFuture(false)
                    : note(held, Act.Deed.CONTACT_DELETE, now)
                        .compose(noted -> store.delete(held, now)));
  }

  private static boolean free(Card card, Held held) {
    return card.holder().isEmpty() || card.isHeldBy(held.who());
  }

  /// It has happened, so it is noted whatever the rules say.
  private Future<Boolean> called(Held held, int place, Instant now) {
    return store
        .renew(held, now)
        .compose(
            renewed ->
                renewed
                    ? store.find(held.service(), held.card(), now)
                    : Future.succeededFuture(Optional.<Card>empty()))
        .compose(
            found -> {
              if (found.isEmpty() || place >= found.get().numbers().size()) {
                return Future.succeededFuture(false);
              }
              byte[] contact = found.get().numbers().get(place).known().contact();
              return note(held, Act.Deed.CONTACT_CALL, now)
                  .compose(noted -> store.called(held.service(), contact, now))
                  .onSuccess(
                      fresh -> {
                        if (fresh) {
                          counts.accept(held.service(), Counted.CALLS);
                        }
                      })
                  .map(true);
            });
  }

  /// A sealed part, after a line in the journal; empty when there is no such card.
  public Future<Optional<CardStore.File>> open(
      StaffMember who, ServiceId service, ContactId card, CardPart part) {
    Held held = new Held(service, card, who.id());
    Instant now = clock.instant();
    return store
        .open(service, card, part, now)
        .compose(
            file ->
                file.isEmpty()
                    ? Future.succeededFuture(file)
                    : note(held, part.deed(), now)
                        .compose(noted -> store.renew(held, now))
                        .map(renewed -> file));
  }

  /// Writes a face that passes [Intake#isSealed]; false unless this person holds the card, in that
  /// version.
  public Future<Boolean> write(
      StaffMember who, ServiceId service, ContactId card, CardStore.Rewritten face, int version) {
    Held held = new Held(service, card, who.id());
    Instant now = clock.instant();
    return store
        .write(held, face, version, now)
        .compose(written -> noted(written, held, Act.Deed.CONTACT_WRITE, now));
  }

  private Future<Void> note(Held held, Act.Deed deed, Instant now) {
    return journal.write(new Act(held.who(), deed, held.card().bytes()), now);
  }
}
