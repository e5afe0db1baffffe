package havn.staff;

import havn.seal.Dsse;
import havn.seal.Hash;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// The roster of this process, followed from the pin whenever the documents have changed, and once
/// a minute when they have not: a list of 500 devices takes 150 ms. Refreshed by whoever owns a
/// timer or hears a herald. While the store does not answer it says what it said before; when the
/// documents do not hold together there is no roster, and nobody can be on duty.
public final class LiveRosterBook implements RosterBook {

  /// Times of the root set and the signer have ten minutes of leeway; a roster and its entries are
  /// held to theirs at every use.
  private static final Duration ANEW = Duration.ofMinutes(1);

  private final TrustStore store;
  private final Optional<Hash> configured;
  private final InstantSource clock;
  private final List<Consumer<Roster>> listeners = new CopyOnWriteArrayList<>();
  private volatile State state = new State(Optional.empty(), Optional.empty(), 0);
  private Optional<Followed> followed = Optional.empty();

  /// What was followed to a roster, and when.
  private record Followed(TrustStore.Documents documents, Instant at) {

    boolean standsFor(TrustStore.Documents newest, Instant now) {
      return !now.isBefore(at) && now.isBefore(at.plus(ANEW)) && documents.equals(newest);
    }
  }

  private record State(Optional<Roster> roster, Optional<Hash> pin, long seen) {}

  /// @param configured the pin of the settings; without it the installation trusts its own root set
  public LiveRosterBook(TrustStore store, Optional<Hash> configured, InstantSource clock) {
    this.store = store;
    this.configured = configured;
    this.clock = clock;
  }

  @Override
  public Optional<Roster> current() {
    return state.roster();
  }

  @Override
  public void onChange(Consumer<Roster> listener) {
    listeners.add(listener);
  }

  /// The pin for links and snippets: the configured one, else that of the newest root set.
  public Optional<Hash> pin() {
    return state.pin();
  }

  /// Reads and verifies the documents again; fails, and changes nothing, when the store fails.
  public Future<Void> refresh() {
    return store
        .newest()
        .map(this::take)
        .onSuccess(published -> published.ifPresent(this::tell))
        .mapEmpty();
  }

  /// The documents as they are kept; what cannot be read is left out and missed by verification.
  static TrustDocuments read(TrustStore.Documents kept) {
    List<Dsse> roots = kept.roots().stream().flatMap(root -> Dsse.parse(root).stream()).toList();
    return new TrustDocuments(
        roots,
        kept.signer().flatMap(Dsse::parse),
        kept.roster().flatMap(Dsse::parse),
        kept.renewal().flatMap(Dsse::parse));
  }

  /// Answers the roster when it is a version this process has not had.
  private synchronized Optional<Roster> take(TrustStore.Documents newest) {
    Instant now = clock.instant();
    if (followed.filter(before -> before.standsFor(newest, now)).isPresent()) {
      return Optional.empty();
    }
    Optional<Roster> fresh = follow(read(newest), now);
    followed = state.roster().map(trusted -> new Followed(newest, now));
    return fresh;
  }

  private Optional<Roster> follow(TrustDocuments documents, Instant now) {
    Optional<Hash> own =
        documents.roots().isEmpty()
            ? Optional.empty()
            : Optional.of(documents.roots().getLast().payloadHash());
    Optional<Hash> pin = configured.or(() -> own);
    Optional<Roster> roster = pin.flatMap(p -> verified(documents, p, now));
    long before = state.seen();
    long seen = roster.map(Roster::version).orElse(before);
    state = new State(roster, pin, seen);
    return roster.filter(r -> r.version() > before);
  }

  private Optional<Roster> verified(TrustDocuments documents, Hash pin, Instant now) {
    return switch (TrustChain.verify(documents, pin, state.seen(), now)) {
      case TrustVerdict.Trusted trusted -> Optional.of(trusted.roster());
      case TrustVerdict.Untrusted untrusted -> Optional.empty();
    };
  }

  private void tell(Roster roster) {
    listeners.forEach(listener -> listener.accept(roster));
  }
}
