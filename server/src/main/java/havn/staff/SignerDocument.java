package havn.staff;

import static java.nio.charset.StandardCharsets.UTF_8;

import havn.seal.Dsse;
import havn.seal.Ed25519;
import havn.seal.json.Json;
import havn.seal.json.JsonFields;
import havn.seal.json.StrictJson;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Who may sign rosters, from `from` until before `until`, at most 183 days. `root` is the version
/// of the root set it was signed under.
@SuppressWarnings("ArrayRecordComponent")
public record SignerDocument(long root, String id, byte[] ed25519, Instant from, Instant until) {

  public static final String TYPE = "application/vnd.havn.signer.v1+json";
  public static final Duration LONGEST = Duration.ofDays(183);

  /// Reads the payload of a document; empty when it is not a signer. Says nothing of signatures.
  public static Optional<SignerDocument> of(Dsse document) {
    if (!document.payloadType().equals(TYPE)) {
      return Optional.empty();
    }
    return StrictJson.parse(document.payload()).flatMap(SignerDocument::of);
  }

  private static Optional<SignerDocument> of(Json json) {
    JsonFields in = JsonFields.of(json);
    in.require(in.whole("v", 1) == 1);
    long root = in.whole("root", 1);
    String id = in.text("id", 64);
    byte[] key = in.bytes("ed25519", Ed25519.KEY_LENGTH);
    Instant from = in.instant("from");
    Instant until = in.instant("until");
    in.require(!id.isEmpty() && Ed25519.isUsableKey(key) && isLife(from, until));
    return in.complete()
        ? Optional.of(new SignerDocument(root, id, key, from, until))
        : Optional.empty();
  }

  /// The exact bytes to sign.
  public byte[] payload() {
    return Json.object()
        .with("v", 1)
        .with("root", root)
        .with("id", id)
        .with("ed25519", TrustText.of(ed25519))
        .with("from", from.toString())
        .with("until", until.toString())
        .print()
        .getBytes(UTF_8);
  }

  static boolean isLife(Instant from, Instant until) {
    return from.isBefore(until) && !until.isAfter(from.plus(LONGEST));
  }
}
