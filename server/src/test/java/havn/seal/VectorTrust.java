package havn.seal;

import static havn.seal.VectorSource.text;
import static java.nio.charset.StandardCharsets.UTF_8;

import havn.kernel.id.DeviceId;
import havn.seal.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The trust bundle of the golden vectors: root version 1 (two of three), its successor with one
/// key replaced, a signer and a roster of two devices.
final class VectorTrust {

  final Dsse root1;
  final Dsse root2;
  final Dsse signer;
  final Dsse roster;

  VectorTrust(VectorCast cast) {
    root1 = rootSet(1, -60, 305, Map.of("root-1", cast.root1, "root-3", cast.root3), cast);
    root2 =
        rootSet(
            2,
            -30,
            335,
            Map.of("root-1", cast.root1, "root-3", cast.root3, "root-4", cast.root4),
            cast);
    signer =
        sign(
            Purpose.SIGNER,
            Json.object()
                .with("v", 1)
                .with("root", 2)
                .with("id", "signer-1")
                .with("ed25519", text(cast.signer.publicKey()))
                .with("from", VectorCast.daysFromNow(-30).toString())
                .with("until", VectorCast.daysFromNow(150).toString()),
            Map.of("root-1", cast.root1, "root-4", cast.root4));
    roster =
        sign(
            Purpose.ROSTER,
            Json.object()
                .with("v", 1)
                .with("version", 7)
                .with("previous", text(VectorSource.bytes("hash of roster 6", 32)))
                .with("issued", VectorCast.daysFromNow(-1).toString())
                .with("expires", VectorCast.daysFromNow(7).toString())
                .with("note", "")
                .with(
                    "devices",
                    new Json.Items(
                        List.of(
                            device(
                                cast.coordinatorId,
                                cast.coordinatorDevice,
                                "coordinator",
                                cast.coordinatorName),
                            device(cast.deviceId, cast.device, "worker", cast.name)))),
            Map.of("signer-1", cast.signer));
  }

  String pin() {
    return root1.payloadHash().base64url();
  }

  Json bundle() {
    return Json.object()
        .with("roots", new Json.Items(List.of(root1.json(), root2.json())))
        .with("signer", signer.json())
        .with("roster", roster.json());
  }

  private static Dsse rootSet(
      int version, int issued, int expires, Map<String, SigningKey> by, VectorCast cast) {
    SigningKey second = version == 1 ? cast.root2 : cast.root4;
    List<Json> keys =
        List.of(
            key("root-1", cast.root1),
            key(version == 1 ? "root-2" : "root-4", second),
            key("root-3", cast.root3));
    return sign(
        Purpose.ROOT,
        Json.object()
            .with("v", 1)
            .with("version", version)
            .with("threshold", 2)
            .with("keys", new Json.Items(keys))
            .with("issued", VectorCast.daysFromNow(issued).toString())
            .with("expires", VectorCast.daysFromNow(expires).toString()),
        by);
  }

  private static Json key(String id, SigningKey key) {
    return Json.object().with("id", id).with("ed25519", text(key.publicKey()));
  }

  private static Json device(DeviceId id, SigningKey key, String role, ShownName name) {
    return Json.object()
        .with("id", text(id.bytes()))
        .with("ed25519", text(key.publicKey()))
        .with("role", role)
        .with("services", new Json.Items(List.of(new Json.Text("pro-mann"))))
        .with("from", VectorCast.daysFromNow(-1).toString())
        .with("until", VectorCast.daysFromNow(90).toString())
        .with("name", text(name.hash().bytes()));
  }

  private static Dsse sign(Purpose purpose, Json payload, Map<String, SigningKey> keys) {
    String kind = purpose.name().toLowerCase(java.util.Locale.ROOT);
    Map<String, SigningKey> inOrder = new LinkedHashMap<>();
    keys.keySet().stream().sorted().forEach(id -> inOrder.put(id, keys.get(id)));
    return Dsse.sign(
        purpose,
        "application/vnd.havn." + kind + ".v1+json",
        payload.print().getBytes(UTF_8),
        inOrder);
  }
}
