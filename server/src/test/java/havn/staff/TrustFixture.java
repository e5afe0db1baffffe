package havn.staff;

import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.seal.Dsse;
import havn.seal.Hash;
import havn.seal.Purpose;
import havn.seal.SigningKey;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An installation whose roots, signer and devices a test holds in its hand.
public final class TrustFixture {

  public final Instant now;
  public final Map<String, SigningKey> roots = new LinkedHashMap<>();
  public final SigningKey signer = SigningKey.fresh();
  public final SigningKey device = SigningKey.fresh();
  public final DeviceId deviceId = DeviceId.fresh();

  public TrustFixture(Instant now) {
    this.now = now;
    for (int i = 1; i <= 3; i++) {
      roots.put("root-" + i, SigningKey.fresh());
    }
  }

  /// Two of three must sign; the first two do.
  public Dsse rootSet() {
    return rootSet(1, roots, some("root-1", "root-2"));
  }

  public Dsse rootSet(long version, Map<String, SigningKey> keys, Map<String, SigningKey> by) {
    Map<String, byte[]> published = new LinkedHashMap<>();
    keys.forEach((id, key) -> published.put(id, key.publicKey()));
    RootSet set = new RootSet(version, 2, published, at(-30), at(300));
    return Dsse.sign(Purpose.ROOT, RootSet.TYPE, set.payload(), by);
  }

  public Dsse signerDocument() {
    return signerDocument(at(-1), at(90), some("root-1", "root-2"));
  }

  public Dsse signerDocument(Instant from, Instant until, Map<String, SigningKey> by) {
    return signerDocument(1, from, until, by);
  }

  public Dsse signerDocument(long root, Instant from, Instant until, Map<String, SigningKey> by) {
    var document = new SignerDocument(root, "signer-1", signer.publicKey(), from, until);
    return Dsse.sign(Purpose.SIGNER, SignerDocument.TYPE, document.payload(), by);
  }

  /// Version 1 with the one device.
  public Dsse roster() {
    return roster(1, Optional.empty(), List.of(entry(deviceId, device, Role.WORKER)));
  }

  public Dsse roster(long version, Optional<Hash> previous, List<RosterEntry> devices) {
    return roster(new RosterDocument(version, previous, at(-1), at(7), "", devices), signer);
  }

  public Dsse roster(RosterDocument document, SigningKey by) {
    return Dsse.sign(
        Purpose.ROSTER, RosterDocument.TYPE, document.payload(), Map.of("signer-1", by));
  }

  public RosterEntry entry(DeviceId id, SigningKey key, Role role) {
    Set<ServiceId> services = Set.of(new ServiceId("pro-mann"));
    byte[] name = Hash.of(id.bytes()).bytes();
    return new RosterEntry(id, key.publicKey(), role, services, at(-1), at(60), name);
  }

  public TrustDocuments documents() {
    return documents(rootSet(), signerDocument(), roster());
  }

  public TrustDocuments documents(Dsse root, Dsse signer, Dsse roster) {
    return new TrustDocuments(List.of(root), Optional.of(signer), Optional.of(roster));
  }

  public Map<String, SigningKey> some(String... ids) {
    Map<String, SigningKey> some = new LinkedHashMap<>(roots);
    some.keySet().retainAll(Set.of(ids));
    return some;
  }

  /// So many days from now.
  public Instant at(long days) {
    return now.plus(Duration.ofDays(days));
  }
}
