package havn.staff;

import static java.nio.charset.StandardCharsets.UTF_8;

import havn.seal.Ed25519;
import havn.seal.Purpose;
import havn.seal.SigningKey;
import havn.seal.json.Json;
import havn.seal.json.JsonFields;
import havn.seal.json.StrictJson;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/// A coordinator's file that asks the holders of the root keys for a signer document
/// (`docs/protocol/sealed.md`, section 2).
@SuppressWarnings("ArrayRecordComponent")
public record SignerRequest(String id, byte[] ed25519, Instant from, Instant until, byte[] proof) {

  private static final String KIND = "signer-request";

  /// Makes the request of one key; `id` is 1–64 characters.
  public static SignerRequest of(String id, SigningKey key, Instant from, Instant until) {
    byte[] ed25519 = key.publicKey();
    byte[] proof = key.sign(Purpose.SIGNER_REQUEST, covered(id, ed25519));
    return new SignerRequest(id, ed25519, from, until, proof);
  }

  /// Reads a request file; empty when it is malformed or asks for more than 183 days.
  public static Optional<SignerRequest> parse(String json) {
    return StrictJson.parse(json).flatMap(SignerRequest::of);
  }

  private static Optional<SignerRequest> of(Json json) {
    JsonFields in = JsonFields.of(json);
    in.require(in.whole("v", 1) == 1);
    in.require(in.text("kind", 64).equals(KIND));
    String id = in.text("id", 64);
    byte[] key = in.bytes("ed25519", Ed25519.KEY_LENGTH);
    Instant from = in.instant("from");
    Instant until = in.instant("until");
    byte[] proof = in.bytes("proof", Ed25519.SIGNATURE_LENGTH);
    in.require(!id.isEmpty() && SignerDocument.isLife(from, until));
    return in.complete()
        ? Optional.of(new SignerRequest(id, key, from, until, proof))
        : Optional.empty();
  }

  /// Whether the key that is to sign rosters made this request itself.
  public boolean proven() {
    return Ed25519.verify(ed25519, Purpose.SIGNER_REQUEST, covered(id, ed25519), proof);
  }

  /// What the root keys are asked to sign.
  public SignerDocument document(RootSet root) {
    return new SignerDocument(root.version(), id, ed25519, from, until);
  }

  /// The file's text.
  public String print() {
    return Json.object()
        .with("v", 1)
        .with("kind", KIND)
        .with("id", id)
        .with("ed25519", TrustText.of(ed25519))
        .with("from", from.toString())
        .with("until", until.toString())
        .with("proof", TrustText.of(proof))
        .printForPeople();
  }

  private static byte[] covered(String id, byte[] ed25519) {
    byte[] name = id.getBytes(UTF_8);
    return ByteBuffer.allocate(name.length + ed25519.length).put(name).put(ed25519).array();
  }
}
