package havn.demo.signer;

import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.kernel.id.StaffId;
import havn.seal.Ed25519;
import havn.seal.Hash;
import havn.seal.json.Json;
import havn.seal.json.JsonFields;
import havn.staff.PersonTag;
import havn.staff.Role;
import havn.staff.RosterDocument;
import havn.staff.RosterEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A device as `GET /api/devices` tells it.
@SuppressWarnings("ArrayRecordComponent")
record DemoDevice(
    DeviceId id,
    byte[] ed25519,
    Role role,
    Set<ServiceId> services,
    byte[] nameHash,
    PersonTag person) {

  private static final int MAX_SERVICES = 64;
  private static final Pattern HEX_16 = Pattern.compile("[0-9a-f]{32}");

  /// The pending and rostered ones of the answer, but of nobody who is gone; empty when the answer
  /// is something else.
  static Optional<List<DemoDevice>> listed(Json answer) {
    JsonFields in = JsonFields.of(answer);
    List<DemoDevice> devices = new ArrayList<>();
    for (Json each : in.items("devices", RosterDocument.MAX_DEVICES)) {
      Optional<DemoDevice> device = of(each, in);
      device.ifPresent(devices::add);
    }
    return in.sound() ? Optional.of(devices) : Optional.empty();
  }

  private static Optional<DemoDevice> of(Json json, JsonFields list) {
    JsonFields in = JsonFields.of(json);
    Optional<DeviceId> id = DeviceId.of(in.bytes("id", 16));
    byte[] key = in.bytes("ed25519", Ed25519.KEY_LENGTH);
    Optional<Role> role = Role.parse(in.text("role", 16));
    byte[] nameHash = in.bytes("nameHash", Hash.LENGTH);
    Optional<StaffId> staff = staff(in.text("staff", 32));
    Set<ServiceId> services = new HashSet<>();
    for (Json each : in.items("services", MAX_SERVICES)) {
      if (each instanceof Json.Text text) {
        ServiceId.parse(text.value()).ifPresent(services::add);
      }
    }
    boolean wanted =
        !in.text("state", 16).equals("revoked")
            && !(in.has("gone") && in.member("gone").equals(new Json.Truth(true)));
    boolean known = in.sound() && id.isPresent() && role.isPresent() && staff.isPresent();
    list.require(known);
    return known && wanted
        ? Optional.of(
            new DemoDevice(
                id.get(), key, role.get(), services, nameHash, PersonTag.of(staff.get())))
        : Optional.empty();
  }

  private static Optional<StaffId> staff(String hex) {
    return HEX_16.matcher(hex).matches() ? Optional.of(new StaffId(hex)) : Optional.empty();
  }

  /// Whether a roster entry says the same of this device.
  boolean isIn(RosterEntry entry) {
    return entry.device().equals(id)
        && Arrays.equals(entry.ed25519(), ed25519)
        && entry.role() == role
        && entry.services().equals(services)
        && Arrays.equals(entry.nameHash(), nameHash)
        && entry.person().equals(person);
  }

  RosterEntry entry(Instant from, Instant until) {
    return new RosterEntry(id, ed25519, role, services, from, until, nameHash, person);
  }
}
