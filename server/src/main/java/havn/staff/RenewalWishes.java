package havn.staff;

import havn.seal.Dsse;
import havn.seal.Purpose;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Collects what single devices sign until two persons have signed the same bytes.
final class RenewalWishes {

  private final TrustStore store;

  RenewalWishes(TrustStore store) {
    this.store = store;
  }

  /// Keeps a renewal and answers it with the signatures of every device that signed the same, at
  /// most 16; empty when no device that may renew signed it.
  Future<Optional<Dsse>> collect(TrustDocuments before, Dsse document) {
    Optional<RenewalDocument> renewal = RenewalDocument.of(document);
    Map<String, byte[]> keys = keys(before, renewal);
    Set<String> signed = document.signers(Purpose.RENEWAL, keys);
    if (renewal.isEmpty() || signed.isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    String device = signed.iterator().next();
    return store
        .wish(renewal.get().version(), device, document.json().print())
        .map(all -> Optional.of(together(document, all, keys)));
  }

  private static Map<String, byte[]> keys(
      TrustDocuments before, Optional<RenewalDocument> renewal) {
    Map<String, byte[]> keys = new HashMap<>();
    List<RosterEntry> devices =
        before.roster().flatMap(RosterDocument::of).map(RosterDocument::devices).orElse(List.of());
    for (RosterEntry entry : devices) {
      if (renewal.isPresent() && entry.mayRenew(renewal.get().issued())) {
        keys.put(Renewals.keyId(entry), entry.ed25519());
      }
    }
    return keys;
  }

  private static Dsse together(Dsse document, List<String> all, Map<String, byte[]> keys) {
    List<Dsse.Signature> signatures = new ArrayList<>();
    for (String text : all) {
      Dsse.parse(text)
          .filter(other -> other.payloadHash().equals(document.payloadHash()))
          .ifPresent(other -> add(signatures, other, keys));
    }
    return new Dsse(document.payloadType(), document.payload(), signatures);
  }

  private static void add(List<Dsse.Signature> signatures, Dsse other, Map<String, byte[]> keys) {
    Set<String> good = other.signers(Purpose.RENEWAL, keys);
    for (Dsse.Signature one : other.signatures()) {
      boolean there = signatures.stream().anyMatch(s -> s.keyId().equals(one.keyId()));
      if (good.contains(one.keyId()) && !there && signatures.size() < Dsse.MAX_SIGNATURES) {
        signatures.add(one);
      }
    }
  }
}
