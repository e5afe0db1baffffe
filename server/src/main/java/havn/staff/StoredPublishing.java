package havn.staff;

import havn.kernel.id.ServiceId;
import havn.seal.Dsse;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Publishes into a [TrustStore]: verified by [TrustPublishing], kept under the next version by
/// compare-and-set, then read by this process and announced to the others.
public final class StoredPublishing implements Publishing {

  /// Characters of a renewal with 16 signatures, and room to spare.
  private static final int MAX_RENEWAL = 16_384;

  private final TrustStore store;
  private final LiveRosterBook book;
  private final RosterHerald herald;
  private final Predicate<Collection<ServiceId>> mixes;
  private final InstantSource clock;

  /// @param mixes whether services are for those who sell and for those who buy
  public StoredPublishing(
      TrustStore store,
      LiveRosterBook book,
      RosterHerald herald,
      Predicate<Collection<ServiceId>> mixes,
      InstantSource clock) {
    this.mixes = mixes;
    this.store = store;
    this.book = book;
    this.herald = herald;
    this.clock = clock;
  }

  @Override
  public Future<Outcome> root(String document) {
    return publish(
        document,
        (before, dsse) -> TrustPublishing.root(before, dsse, clock.instant()),
        (before, dsse) ->
            store.addRoot(RootSet.of(dsse).map(RootSet::version).orElse(0L), document));
  }

  @Override
  public Future<Outcome> signer(String document) {
    return publish(
        document,
        (before, dsse) -> TrustPublishing.signer(before, dsse, clock.instant()),
        (before, dsse) -> store.addSigner(document).map(true));
  }

  @Override
  public Future<Outcome> roster(String document) {
    return publish(
        document,
        (before, dsse) -> unmixed(dsse, TrustPublishing.roster(before, dsse, clock.instant())),
        (before, dsse) -> {
          Optional<RosterDocument> roster = RosterDocument.of(dsse);
          return store.addRoster(
              roster.map(RosterDocument::version).orElse(0L),
              document,
              roster.map(RosterDocument::devices).orElse(List.of()),
              clock.instant());
        });
  }

  private TrustPublishing.Decision unmixed(Dsse roster, TrustPublishing.Decision decision) {
    boolean mixed =
        RosterDocument.of(roster).stream()
            .flatMap(document -> document.devices().stream())
            .anyMatch(entry -> mixes.test(entry.services()));
    return mixed && decision instanceof TrustPublishing.Decision.Published
        ? new TrustPublishing.Decision.Refused(TrustFlaw.ROSTER_MIXES)
        : decision;
  }

  @Override
  public Future<Outcome> renewal(String text) {
    Optional<Dsse> document = Dsse.parse(text).filter(dsse -> text.length() <= MAX_RENEWAL);
    if (document.isEmpty()) {
      return Future.succeededFuture(new Refused(sentence(TrustFlaw.MALFORMED)));
    }
    return store
        .newest()
        .map(LiveRosterBook::read)
        .compose(before -> renewal(before, document.get(), new RenewalWishes(store)));
  }

  private Future<Outcome> renewal(TrustDocuments before, Dsse document, RenewalWishes wishes) {
    return switch (TrustPublishing.renewal(before, document, clock.instant())) {
      case TrustPublishing.Decision.Published published -> keepRenewal(document);
      case TrustPublishing.Decision.Refused(TrustFlaw flaw) ->
          flaw == TrustFlaw.RENEWAL_UNSIGNED
              ? wishes
                  .collect(before, document)
                  .compose(
                      all ->
                          all.isEmpty()
                              ? Future.succeededFuture(outcome(flaw, before, document))
                              : together(before, all.get()))
              : Future.succeededFuture(outcome(flaw, before, document));
    };
  }

  private Future<Outcome> together(TrustDocuments before, Dsse all) {
    return switch (TrustPublishing.renewal(before, all, clock.instant())) {
      case TrustPublishing.Decision.Published published -> keepRenewal(all);
      case TrustPublishing.Decision.Refused refused -> Future.succeededFuture(new Waiting());
    };
  }

  private Future<Outcome> keepRenewal(Dsse document) {
    RenewalDocument renewal = RenewalDocument.of(document).orElseThrow();
    return store
        .addRenewal(renewal.version(), document.json().print(), renewal.roster())
        .compose(this::announce);
  }

  @Override
  public Future<Renewing> renewing() {
    return store
        .newest()
        .map(newest -> TrustPublishing.version(LiveRosterBook.read(newest).newest()) + 1)
        .compose(next -> store.wishes(next).map(devices -> new Renewing(next, devices)));
  }

  private interface Check {
    TrustPublishing.Decision decide(TrustDocuments before, Dsse document);
  }

  private interface Keep {
    Future<Boolean> keep(TrustDocuments before, Dsse document);
  }

  private Future<Outcome> publish(String text, Check check, Keep keep) {
    Optional<Dsse> document = Dsse.parse(text);
    if (document.isEmpty()) {
      return Future.succeededFuture(new Refused(sentence(TrustFlaw.MALFORMED)));
    }
    Dsse dsse = document.get();
    return store
        .newest()
        .map(LiveRosterBook::read)
        .compose(
            before ->
                switch (check.decide(before, dsse)) {
                  case TrustPublishing.Decision.Refused refused ->
                      Future.succeededFuture(outcome(refused.flaw(), before, dsse));
                  case TrustPublishing.Decision.Published published ->
                      keep.keep(before, dsse).compose(this::announce);
                });
  }

  private Future<Outcome> announce(boolean kept) {
    if (!kept) {
      return Future.succeededFuture(new Behind());
    }
    // The document stands; whoever misses the news reads it at the next round.
    return book.refresh()
        .compose(read -> herald.published(book.current().map(Roster::version).orElse(0L)))
        .<Outcome>map(announced -> new Published())
        .otherwise(missed -> new Published());
  }

  private static Outcome outcome(TrustFlaw flaw, TrustDocuments before, Dsse document) {
    return flaw == TrustFlaw.SIGNER_OLDER || isOlder(before, document)
        ? new Behind()
        : new Refused(sentence(flaw));
  }

  /// Whether a document of the same or a later version stands there already.
  private static boolean isOlder(TrustDocuments before, Dsse document) {
    long roster = TrustPublishing.version(before.newest());
    long root =
        before.roots().isEmpty()
            ? 0
            : RootSet.of(before.roots().getLast()).map(RootSet::version).orElse(0L);
    return RosterDocument.of(document).filter(r -> r.version() <= roster).isPresent()
        || RenewalDocument.of(document).filter(r -> r.version() <= roster).isPresent()
        || RootSet.of(document).filter(r -> r.version() <= root).isPresent();
  }

  private static String sentence(TrustFlaw flaw) {
    return switch (flaw) {
      case MALFORMED -> "It is not a document of this kind.";
      case PIN_UNKNOWN -> "Publish a root set first.";
      case ROOT_UNSIGNED -> "Too few root keys signed it; from version 2 the old ones sign too.";
      case ROOT_OUT_OF_ORDER -> "Its version must follow the newest root set's.";
      case ROOT_EXPIRED -> "The root set is expired; publish a new one first.";
      case SIGNER_UNSIGNED -> "The newest root set did not sign the signer.";
      case SIGNER_OUT_OF_TIME -> "The signer is not within its time.";
      case SIGNER_OLDER -> "The signer there is starts as late or later.";
      case ROSTER_UNSIGNED -> "The present signer did not sign it.";
      case ROSTER_OUT_OF_TIME -> "The roster is not within its time.";
      case ROSTER_OLDER, ROSTER_DOES_NOT_FOLLOW ->
          "It must follow the newest roster: version up by one, with that one's hash.";
      case ROSTER_MIXES ->
          "A device in it answers for people who sell sex and for people who buy it; take one"
              + " away.";
      case RENEWAL_OF_ANOTHER -> "It must renew the newest roster that the signer made.";
      case RENEWAL_UNSIGNED ->
          "No device of a coordinator or worker in the roster signed it, or none whose person it"
              + " names.";
    };
  }
}
