package havn.staff;

import havn.seal.Dsse;
import havn.seal.Hash;
import havn.seal.Purpose;
import havn.staff.TrustVerdict.Trusted;
import havn.staff.TrustVerdict.Untrusted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Follows the trust documents from the pin to the roster, as every page does
/// (`docs/protocol/sealed.md`, section 2).
///
/// ```
/// pin → root set → … → newest root set → signer → roster (→ renewal by two persons' devices)
/// ```
public final class TrustChain {

  /// How far two clocks may be apart.
  public static final Duration LEEWAY = Duration.ofMinutes(10);

  private TrustChain() {}

  /// Follows the chain at `now`. `seen` is the highest roster version accepted before, 0 for none.
  public static TrustVerdict verify(TrustDocuments documents, Hash pin, long seen, Instant now) {
    List<Dsse> roots = documents.roots();
    int pinned =
        IntStream.range(0, roots.size())
            .filter(i -> roots.get(i).payloadHash().equals(pin))
            .findFirst()
            .orElse(-1);
    if (pinned < 0) {
      return new Untrusted(TrustFlaw.PIN_UNKNOWN);
    }
    Step<RootSet> root = firstRoot(roots.get(pinned));
    for (Dsse next : roots.subList(pinned + 1, roots.size())) {
      root = root.then(before -> nextRoot(before, next));
    }
    return root.then(newest -> unexpired(newest, now))
        .then(newest -> signer(newest, documents.signer(), now))
        .then(signer -> roster(signer, documents, now))
        .then(
            roster -> roster.version() < seen ? Step.flaw(TrustFlaw.ROSTER_OLDER) : Step.of(roster))
        .fold(Trusted::new, Untrusted::new);
  }

  /// A root set that is signed by its own threshold.
  static Step<RootSet> firstRoot(Dsse document) {
    Optional<RootSet> root = RootSet.of(document);
    if (root.isEmpty()) {
      return Step.flaw(TrustFlaw.MALFORMED);
    }
    return root.get().signed(Purpose.ROOT, document)
        ? Step.of(root.get())
        : Step.flaw(TrustFlaw.ROOT_UNSIGNED);
  }

  /// Its successor: besides, signed by the threshold of the keys before, one version up.
  static Step<RootSet> nextRoot(RootSet before, Dsse document) {
    return firstRoot(document)
        .then(
            next -> {
              if (next.version() != before.version() + 1) {
                return Step.flaw(TrustFlaw.ROOT_OUT_OF_ORDER);
              }
              return before.signed(Purpose.ROOT, document)
                  ? Step.of(next)
                  : Step.flaw(TrustFlaw.ROOT_UNSIGNED);
            });
  }

  static Step<RootSet> unexpired(RootSet root, Instant now) {
    return isWithin(root.issued(), root.expires(), now)
        ? Step.of(root)
        : Step.flaw(TrustFlaw.ROOT_EXPIRED);
  }

  static Step<SignerDocument> signer(RootSet root, Optional<Dsse> document, Instant now) {
    if (document.isEmpty()) {
      return Step.flaw(TrustFlaw.SIGNER_UNSIGNED);
    }
    Optional<SignerDocument> signer = SignerDocument.of(document.get());
    if (signer.isEmpty()) {
      return Step.flaw(TrustFlaw.MALFORMED);
    }
    if (signer.get().root() != root.version() || !root.signed(Purpose.SIGNER, document.get())) {
      return Step.flaw(TrustFlaw.SIGNER_UNSIGNED);
    }
    return isWithin(signer.get().from(), signer.get().until(), now)
        ? Step.of(signer.get())
        : Step.flaw(TrustFlaw.SIGNER_OUT_OF_TIME);
  }

  /// The newest roster, by its own time or by that of its renewal.
  private static Step<Roster> roster(SignerDocument signer, TrustDocuments documents, Instant now) {
    Optional<Dsse> renewal = documents.renewal();
    return renewal.isEmpty()
        ? roster(signer, documents.roster(), now)
        : signed(signer, documents.roster())
            .then(base -> Renewals.renewed(base, renewal.get(), now));
  }

  static Step<Roster> roster(SignerDocument signer, Optional<Dsse> document, Instant now) {
    return signed(signer, document)
        .then(
            base -> {
              RosterDocument roster = RosterDocument.of(base).orElseThrow();
              return isWithin(roster.issued(), roster.expires(), now)
                  ? Step.of(roster.roster(base.payloadHash()))
                  : Step.flaw(TrustFlaw.ROSTER_OUT_OF_TIME);
            });
  }

  /// A roster that this signer made, at whatever time.
  static Step<Dsse> signed(SignerDocument signer, Optional<Dsse> document) {
    if (document.isEmpty()) {
      return Step.flaw(TrustFlaw.ROSTER_UNSIGNED);
    }
    if (RosterDocument.of(document.get()).isEmpty()) {
      return Step.flaw(TrustFlaw.MALFORMED);
    }
    Map<String, byte[]> key = Map.of(signer.id(), signer.ed25519());
    return document.get().signers(Purpose.ROSTER, key).isEmpty()
        ? Step.flaw(TrustFlaw.ROSTER_UNSIGNED)
        : Step.of(document.get());
  }

  static boolean isWithin(Instant from, Instant until, Instant now) {
    return !now.isBefore(from.minus(LEEWAY)) && now.isBefore(until.plus(LEEWAY));
  }
}
