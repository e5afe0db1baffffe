package havn.staff;

import havn.seal.Dsse;
import havn.seal.Purpose;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Rules of renewing an unchanged roster while its signer is away: by the devices that stand in it
/// themselves, of two different persons.
final class Renewals {

  private Renewals() {}

  /// The roster as it stands by a renewal, at `now`. `base` is the roster's document, whose
  /// signature was checked before.
  static Step<Roster> renewed(Dsse base, Dsse document, Instant now) {
    Optional<RosterDocument> roster = RosterDocument.of(base);
    Optional<RenewalDocument> renewal = RenewalDocument.of(document);
    if (roster.isEmpty() || renewal.isEmpty()) {
      return Step.flaw(TrustFlaw.MALFORMED);
    }
    if (!names(renewal.get(), base, roster.get())) {
      return Step.flaw(TrustFlaw.RENEWAL_OF_ANOTHER);
    }
    if (persons(roster.get(), document, renewal.get().issued()).size() < RenewalDocument.PERSONS) {
      return Step.flaw(TrustFlaw.RENEWAL_UNSIGNED);
    }
    return isWithin(renewal.get(), now)
        ? Step.of(roster.get().renewed(renewal.get(), document.payloadHash()))
        : Step.flaw(TrustFlaw.ROSTER_OUT_OF_TIME);
  }

  static boolean isWithin(RenewalDocument renewal, Instant now) {
    return TrustChain.isWithin(renewal.issued(), renewal.expires(), now);
  }

  /// Whether it is this very roster that is renewed.
  static boolean names(RenewalDocument renewal, Dsse base, RosterDocument roster) {
    return renewal.roster() == roster.version()
        && renewal.hash().equals(base.payloadHash())
        && renewal.signed().equals(roster.issued());
  }

  /// Whose devices signed: coordinators and workers of this roster, in their time when it was
  /// issued.
  static Set<PersonTag> persons(RosterDocument roster, Dsse document, Instant issued) {
    Map<String, RosterEntry> entries = new HashMap<>();
    Map<String, byte[]> keys = new HashMap<>();
    for (RosterEntry entry : roster.devices()) {
      if (entry.mayRenew(issued)) {
        entries.put(keyId(entry), entry);
        keys.put(keyId(entry), entry.ed25519());
      }
    }
    return document.signers(Purpose.RENEWAL, keys).stream()
        .flatMap(id -> Optional.ofNullable(entries.get(id)).stream())
        .map(RosterEntry::person)
        .collect(Collectors.toUnmodifiableSet());
  }

  static String keyId(RosterEntry entry) {
    return TrustText.of(entry.device().bytes());
  }
}
