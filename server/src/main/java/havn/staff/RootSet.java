package havn.staff;

import static java.nio.charset.StandardCharsets.UTF_8;

import havn.seal.Dsse;
import havn.seal.Ed25519;
import havn.seal.Hash;
import havn.seal.Purpose;
import havn.seal.json.Json;
import havn.seal.json.JsonFields;
import havn.seal.json.StrictJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The root keys of an installation, by id, and how many of them must sign
/// (`docs/protocol/sealed.md`, section 2). 1–16 keys, all different; valid until before
/// `expires`.
public record RootSet(
    long version, int threshold, Map<String, byte[]> keys, Instant issued, Instant expires) {

  public static final String TYPE = "application/vnd.havn.root.v1+json";
  public static final int MAX_KEYS = 16;

  /// Reads the payload of a document; empty when it is not a root set. Says nothing of signatures.
  public static Optional<RootSet> of(Dsse document) {
    if (!document.payloadType().equals(TYPE)) {
      return Optional.empty();
    }
    return StrictJson.parse(document.payload()).flatMap(RootSet::of);
  }

  private static Optional<RootSet> of(Json json) {
    JsonFields in = JsonFields.of(json);
    in.require(in.whole("v", 1) == 1);
    long version = in.whole("version", 1);
    long threshold = in.whole("threshold", 1);
    Map<String, byte[]> keys = new LinkedHashMap<>();
    Set<Hash> different = new HashSet<>();
    for (Json each : in.items("keys", MAX_KEYS)) {
      JsonFields one = JsonFields.of(each);
      String id = one.text("id", 64);
      byte[] key = one.bytes("ed25519", Ed25519.KEY_LENGTH);
      in.require(one.complete() && !id.isEmpty() && Ed25519.isUsableKey(key));
      in.require(keys.put(id, key) == null && different.add(Hash.of(key)));
    }
    Instant issued = in.instant("issued");
    Instant expires = in.instant("expires");
    in.require(threshold <= keys.size() && issued.isBefore(expires));
    return in.complete()
        ? Optional.of(new RootSet(version, (int) threshold, keys, issued, expires))
        : Optional.empty();
  }

  /// The exact bytes to sign.
  public byte[] payload() {
    List<Json> list = new ArrayList<>();
    keys.forEach(
        (id, key) -> list.add(Json.object().with("id", id).with("ed25519", TrustText.of(key))));
    return Json.object()
        .with("v", 1)
        .with("version", version)
        .with("threshold", threshold)
        .with("keys", new Json.Items(list))
        .with("issued", issued.toString())
        .with("expires", expires.toString())
        .print()
        .getBytes(UTF_8);
  }

  /// Whether enough of these keys signed the document.
  boolean signed(Purpose purpose, Dsse document) {
    return document.signers(purpose, keys).size() >= threshold;
  }
}
