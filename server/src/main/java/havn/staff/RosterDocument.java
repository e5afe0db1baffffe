package havn.staff;

import static java.nio.charset.StandardCharsets.UTF_8;

import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.seal.Dsse;
import havn.seal.Ed25519;
import havn.seal.Hash;
import havn.seal.json.Json;
import havn.seal.json.JsonFields;
import havn.seal.json.StrictJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A roster as it is written: at most 500 devices, each id and key once, and the hash of the
/// version before (empty in version 1). Valid at most 8 days.
public record RosterDocument(
    long version,
    Optional<Hash> previous,
    Instant issued,
    Instant expires,
    String note,
    List<RosterEntry> devices) {

  public static final String TYPE = "application/vnd.havn.roster.v2+json";

  /// Without persons; read, not written.
  static final String TYPE_1 = "application/vnd.havn.roster.v1+json";

  public static final int MAX_DEVICES = 500;
  public static final int MAX_NOTE = 200;
  public static final Duration LONGEST = Duration.ofDays(8);

  private static final int MAX_SERVICES = 64;

  /// Reads the payload of a document; empty when it is not a roster. Says nothing of signatures.
  public static Optional<RosterDocument> of(Dsse document) {
    boolean persons = document.payloadType().equals(TYPE);
    if (!persons && !document.payloadType().equals(TYPE_1)) {
      return Optional.empty();
    }
    return StrictJson.parse(document.payload()).flatMap(json -> of(json, persons));
  }

  private static Optional<RosterDocument> of(Json json, boolean persons) {
    JsonFields in = JsonFields.of(json);
    in.require(in.whole("v", 1) == (persons ? 2 : 1));
    long version = in.whole("version", 1);
    Optional<Hash> previous = previous(in);
    Instant issued = in.instant("issued");
    Instant expires = in.instant("expires");
    String note = in.text("note", MAX_NOTE);
    Set<DeviceId> ids = new HashSet<>();
    Set<Hash> keys = new HashSet<>();
    List<RosterEntry> devices = new ArrayList<>();
    for (Json each : in.items("devices", MAX_DEVICES)) {
      Optional<RosterEntry> entry = entry(each, persons);
      in.require(
          entry.isPresent()
              && ids.add(entry.get().device())
              && keys.add(Hash.of(entry.get().ed25519())));
      entry.ifPresent(devices::add);
    }
    in.require(previous.isEmpty() == (version == 1));
    in.require(issued.isBefore(expires) && !expires.isAfter(issued.plus(LONGEST)));
    return in.complete()
        ? Optional.of(new RosterDocument(version, previous, issued, expires, note, devices))
        : Optional.empty();
  }

  private static Optional<Hash> previous(JsonFields in) {
    String text = in.text("previous", 43);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<Hash> hash = TrustText.bytes(text).flatMap(Hash::wrap);
    in.require(hash.isPresent());
    return hash;
  }

  private static Optional<RosterEntry> entry(Json json, boolean persons) {
    JsonFields in = JsonFields.of(json);
    Optional<DeviceId> id = DeviceId.of(in.bytes("id", 16));
    byte[] key = in.bytes("ed25519", Ed25519.KEY_LENGTH);
    Optional<Role> role = Role.parse(in.text("role", 16));
    Set<ServiceId> services = services(in);
    Instant from = in.instant("from");
    Instant until = in.instant("until");
    byte[] name = in.bytes("name", Hash.LENGTH);
    PersonTag person =
        persons ? PersonTag.of(in.bytes("person", PersonTag.LENGTH)) : PersonTag.NOBODY;
    in.require(role.isPresent() && from.isBefore(until) && Ed25519.isUsableKey(key));
    if (!in.complete() || id.isEmpty() || role.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new RosterEntry(id.get(), key, role.get(), services, from, until, name, person));
  }

  private static Set<ServiceId> services(JsonFields in) {
    Set<ServiceId> services = new HashSet<>();
    for (Json each : in.items("services", MAX_SERVICES)) {
      Optional<ServiceId> service =
          each instanceof Json.Text text ? ServiceId.parse(text.value()) : Optional.empty();
      in.require(service.map(services::add).orElse(false));
    }
    return Set.copyOf(services);
  }

  /// The exact bytes to sign.
  public byte[] payload() {
    List<Json> list = new ArrayList<>();
    devices.forEach(device -> list.add(entry(device)));
    return Json.object()
        .with("v", 2)
        .with("version", version)
        .with("previous", previous.map(Hash::base64url).orElse(""))
        .with("issued", issued.toString())
        .with("expires", expires.toString())
        .with("note", note)
        .with("devices", new Json.Items(list))
        .print()
        .getBytes(UTF_8);
  }

  private static Json entry(RosterEntry device) {
    List<Json> services = new ArrayList<>();
    device.services().stream()
        .map(ServiceId::slug)
        .sorted()
        .forEach(slug -> services.add(new Json.Text(slug)));
    return Json.object()
        .with("id", TrustText.of(device.device().bytes()))
        .with("ed25519", TrustText.of(device.ed25519()))
        .with("role", device.role().printed())
        .with("services", new Json.Items(services))
        .with("from", device.from().toString())
        .with("until", device.until().toString())
        .with("name", TrustText.of(device.nameHash()))
        .with("person", device.person().text());
  }

  /// The roster to work with, under the hash of its payload.
  Roster roster(Hash hash) {
    Map<DeviceId, RosterEntry> entries = new LinkedHashMap<>();
    devices.forEach(device -> entries.put(device.device(), device));
    return new Roster(version, hash.bytes(), issued, expires, note, entries);
  }

  /// The same devices under the version, the hash and the time of a renewal.
  Roster renewed(RenewalDocument renewal, Hash hash) {
    Roster devices = roster(hash);
    return new Roster(
        renewal.version(),
        hash.bytes(),
        renewal.issued(),
        renewal.expires(),
        note,
        devices.entries());
  }
}
