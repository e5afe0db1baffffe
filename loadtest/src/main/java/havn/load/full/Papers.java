package havn.load.full;

import havn.seal.Dsse;
import havn.seal.Hash;
import havn.seal.Purpose;
import havn.seal.SigningKey;
import havn.seal.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// The trust documents of a run: a root of one, a signer, rosters. Layout: sealed.md, section 2.
final class Papers {

  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
  private static final Duration LEEWAY = Duration.ofMinutes(5);
  private static final Duration LIFE = Duration.ofDays(7);

  private final SigningKey rootKey = SigningKey.fresh();
  private final SigningKey signerKey = SigningKey.fresh();
  private final Instant issued;
  private final Dsse root;

  Papers(Instant now) {
    issued = now.minus(LEEWAY).truncatedTo(ChronoUnit.SECONDS);
    root = sign(Purpose.ROOT, "root", rootSet(), Map.of("root-1", rootKey));
  }

  /// When they were made, less a leeway.
  Instant issued() {
    return issued;
  }

  Dsse root() {
    return root;
  }

  /// `H(payload)` of the root set.
  String pin() {
    return root.payloadHash().base64url();
  }

  Dsse signer() {
    var signer =
        Json.object()
            .with("v", 1)
            .with("root", 1)
            .with("id", "signer-1")
            .with("ed25519", text(signerKey.publicKey()))
            .with("from", issued.toString())
            .with("until", issued.plus(LIFE).toString());
    return sign(Purpose.SIGNER, "signer", signer, Map.of("root-1", rootKey));
  }

  /// The roster after `previous` (empty bytes for the first).
  Dsse roster(long version, String previous, List<Worker> workers, String service) {
    List<Json> devices = workers.stream().<Json>map(worker -> device(worker, service)).toList();
    var roster =
        Json.object()
            .with("v", 1)
            .with("version", version)
            .with("previous", previous)
            .with("issued", issued.toString())
            .with("expires", issued.plus(LIFE).toString())
            .with("note", "")
            .with("devices", new Json.Items(devices));
    return sign(Purpose.ROSTER, "roster", roster, Map.of("signer-1", signerKey));
  }

  private Json device(Worker worker, String service) {
    return Json.object()
        .with("id", text(worker.device().bytes()))
        .with("ed25519", text(worker.deviceKey().publicKey()))
        .with("role", "worker")
        .with("services", new Json.Items(List.of(new Json.Text(service))))
        .with("from", issued.toString())
        .with("until", issued.plus(LIFE).toString())
        .with("name", text(hash(worker)));
  }

  private Json rootSet() {
    var key = Json.object().with("id", "root-1").with("ed25519", text(rootKey.publicKey()));
    return Json.object()
        .with("v", 1)
        .with("version", 1)
        .with("threshold", 1)
        .with("keys", new Json.Items(List.of(key)))
        .with("issued", issued.toString())
        .with("expires", issued.plus(LIFE).toString());
  }

  static String text(byte[] bytes) {
    return BASE64URL.encodeToString(bytes);
  }

  private static byte[] hash(Worker worker) {
    Hash hash = worker.name().hash();
    return hash.bytes();
  }

  private static Dsse sign(
      Purpose purpose, String kind, Json payload, Map<String, SigningKey> keys) {
    var bytes = payload.print().getBytes(StandardCharsets.UTF_8);
    return Dsse.sign(purpose, "application/vnd.havn.%s.v1+json".formatted(kind), bytes, keys);
  }
}
