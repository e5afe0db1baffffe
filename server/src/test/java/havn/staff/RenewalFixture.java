package havn.staff;

import havn.kernel.id.DeviceId;
import havn.kernel.id.StaffId;
import havn.seal.Dsse;
import havn.seal.Hash;
import havn.seal.Purpose;
import havn.seal.SigningKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A roster that was signed a day ago, of Kari with two devices, Per with one, and a volunteer.
final class RenewalFixture {

  record Device(DeviceId id, SigningKey key, RosterEntry entry) {}

  final TrustFixture trust;
  final Device kari;
  final Device karisPhone;
  final Device per;
  final Device volunteer;
  final Dsse roster;

  RenewalFixture(Instant now) {
    trust = new TrustFixture(now);
    StaffId karisId = StaffId.fresh();
    kari = device(Role.COORDINATOR, PersonTag.of(karisId));
    karisPhone = device(Role.WORKER, PersonTag.of(karisId));
    per = device(Role.WORKER, PersonTag.of(StaffId.fresh()));
    volunteer = device(Role.VOLUNTEER, PersonTag.of(StaffId.fresh()));
    roster = trust.roster(1, Optional.empty(), entries());
  }

  List<RosterEntry> entries() {
    List<RosterEntry> entries = new ArrayList<>();
    List.of(kari, karisPhone, per, volunteer).forEach(device -> entries.add(device.entry()));
    return entries;
  }

  Device device(Role role, PersonTag person) {
    SigningKey key = SigningKey.fresh();
    DeviceId id = DeviceId.fresh();
    RosterEntry plain = trust.entry(id, key, role);
    return new Device(
        id,
        key,
        new RosterEntry(
            id,
            plain.ed25519(),
            role,
            plain.services(),
            plain.from(),
            plain.until(),
            plain.nameHash(),
            person));
  }

  TrustDocuments documents() {
    return trust.documents(trust.rootSet(), trust.signerDocument(), roster);
  }

  /// What follows the roster, begun so many days from now, for eight days or as long as it may.
  RenewalDocument next(long days) {
    return after(roster, 1, days);
  }

  RenewalDocument after(Dsse before, long version, long days) {
    Instant issued = trust.at(days);
    Instant latest = trust.at(-1).plus(RenewalDocument.LONGEST);
    Instant full = issued.plus(Duration.ofDays(8));
    return new RenewalDocument(
        version + 1,
        before.payloadHash(),
        issued,
        full.isAfter(latest) ? latest : full,
        1,
        hash(),
        trust.at(-1));
  }

  Hash hash() {
    return roster.payloadHash();
  }

  static Dsse sign(RenewalDocument renewal, Device... by) {
    Map<String, SigningKey> keys = new LinkedHashMap<>();
    for (Device device : by) {
      keys.put(TrustText.of(device.id().bytes()), device.key());
    }
    return Dsse.sign(Purpose.RENEWAL, RenewalDocument.TYPE, renewal.payload(), keys);
  }
}
