package havn.staff;

import havn.seal.Dsse;
import havn.seal.Hash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides whether a trust document that somebody uploads takes its place. Each must verify in full
/// and be strictly newer than the one before; a refusal changes nothing.
///
/// A new root set leaves the installation without a trusted roster until the signer is signed again
/// under it, and a new signer key until it signs a roster.
public final class TrustPublishing {

  private TrustPublishing() {}

  /// What came of it.
  public sealed interface Decision {
    /// The documents as they stand afterwards.
    record Published(TrustDocuments documents) implements Decision {}

    record Refused(TrustFlaw flaw) implements Decision {}
  }

  /// The first root set, or one signed by the newest one's threshold.
  public static Decision root(TrustDocuments before, Dsse document, Instant now) {
    if (before.roots().size() == TrustDocuments.MAX_ROOTS) {
      return new Decision.Refused(TrustFlaw.ROOT_OUT_OF_ORDER);
    }
    Step<RootSet> verified =
        before.roots().isEmpty()
            ? TrustChain.firstRoot(document)
            : newestRoot(before).then(newest -> TrustChain.nextRoot(newest, document));
    List<Dsse> roots = new ArrayList<>(before.roots());
    roots.add(document);
    return verified
        .then(root -> TrustChain.unexpired(root, now))
        .fold(
            root ->
                new Decision.Published(
                    new TrustDocuments(roots, before.signer(), before.roster(), before.renewal())),
            Decision.Refused::new);
  }

  /// A signer of the newest root set that starts later than the present one, or was signed under a
  /// later root set.
  public static Decision signer(TrustDocuments before, Dsse document, Instant now) {
    Optional<SignerDocument> present = before.signer().flatMap(SignerDocument::of);
    return newestRoot(before)
        .then(root -> TrustChain.unexpired(root, now))
        .then(root -> TrustChain.signer(root, Optional.of(document), now))
        .then(
            signer ->
                present.isEmpty() || isNewer(signer, present.get())
                    ? Step.of(signer)
                    : Step.<SignerDocument>flaw(TrustFlaw.SIGNER_OLDER))
        .fold(
            signer ->
                new Decision.Published(
                    new TrustDocuments(
                        before.roots(), Optional.of(document), before.roster(), before.renewal())),
            Decision.Refused::new);
  }

  /// A roster that follows the newest one: version up by one, its hash as the previous.
  public static Decision roster(TrustDocuments before, Dsse document, Instant now) {
    return newestRoot(before)
        .then(root -> TrustChain.unexpired(root, now))
        .then(root -> TrustChain.signer(root, before.signer(), now))
        .then(signer -> TrustChain.roster(signer, Optional.of(document), now))
        .then(
            roster ->
                follows(before.newest(), document)
                    ? Step.of(roster)
                    : Step.<Roster>flaw(TrustFlaw.ROSTER_DOES_NOT_FOLLOW))
        .fold(
            roster ->
                new Decision.Published(
                    new TrustDocuments(before.roots(), before.signer(), Optional.of(document))),
            Decision.Refused::new);
  }

  /// A renewal of the newest roster, if it follows, by devices of two persons. One that only lacks
  /// signatures is refused as [TrustFlaw#RENEWAL_UNSIGNED].
  public static Decision renewal(TrustDocuments before, Dsse document, Instant now) {
    return newestRoot(before)
        .then(root -> TrustChain.unexpired(root, now))
        .then(root -> TrustChain.signer(root, before.signer(), now))
        .then(signer -> TrustChain.signed(signer, before.roster()))
        .then(
            base ->
                renewalFollows(before.newest(), document)
                    ? Renewals.renewed(base, document, now)
                    : Step.<Roster>flaw(TrustFlaw.ROSTER_DOES_NOT_FOLLOW))
        .fold(
            roster ->
                new Decision.Published(
                    new TrustDocuments(
                        before.roots(), before.signer(), before.roster(), Optional.of(document))),
            Decision.Refused::new);
  }

  private static boolean renewalFollows(Optional<Dsse> newest, Dsse document) {
    Optional<RenewalDocument> next = RenewalDocument.of(document);
    return next.isPresent()
        && next.get().version() == version(newest) + 1
        && Optional.of(next.get().previous()).equals(newest.map(Dsse::payloadHash));
  }

  /// The version of a roster or renewal; 0 for none.
  static long version(Optional<Dsse> document) {
    return document
        .flatMap(d -> RosterDocument.of(d).map(RosterDocument::version))
        .or(() -> document.flatMap(d -> RenewalDocument.of(d).map(RenewalDocument::version)))
        .orElse(0L);
  }

  private static boolean isNewer(SignerDocument signer, SignerDocument present) {
    return signer.root() > present.root() || signer.from().isAfter(present.from());
  }

  private static Step<RootSet> newestRoot(TrustDocuments documents) {
    return documents.roots().isEmpty()
        ? Step.flaw(TrustFlaw.PIN_UNKNOWN)
        : TrustChain.firstRoot(documents.roots().getLast());
  }

  private static boolean follows(Optional<Dsse> newest, Dsse document) {
    Optional<RosterDocument> next = RosterDocument.of(document);
    Optional<Hash> hash = newest.map(Dsse::payloadHash);
    return next.isPresent()
        && next.get().version() == version(newest) + 1
        && next.get().previous().equals(hash);
  }
}
