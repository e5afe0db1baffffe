package havn.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import havn.seal.json.Json;
import havn.seal.json.JsonFields;
import havn.seal.json.StrictJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A signed document: a DSSE envelope whose payload is verified and hashed as exact bytes
/// (`docs/protocol/sealed.md`, section 2). At most 256 KiB of JSON and 16 signatures.
@SuppressWarnings("ArrayRecordComponent")
public record Dsse(String payloadType, byte[] payload, List<Signature> signatures) {

  public static final int MAX_LENGTH = 256 * 1024;
  public static final int MAX_SIGNATURES = 16;

  /// One signature and the id of the key that made it.
  @SuppressWarnings("ArrayRecordComponent")
  public record Signature(String keyId, byte[] bytes) {}

  public Dsse {
    signatures = List.copyOf(signatures);
  }

  /// Signs a payload with every key, named by its id.
  public static Dsse sign(
      Purpose purpose, String payloadType, byte[] payload, Map<String, SigningKey> keys) {
    byte[] covered = pae(payloadType, payload);
    List<Signature> signatures = new ArrayList<>();
    keys.forEach((id, key) -> signatures.add(new Signature(id, key.sign(purpose, covered))));
    return new Dsse(payloadType, payload, signatures);
  }

  /// Which of the given keys (id → public key) signed this for the purpose. An id counts once; a
  /// key listed under two ids counts once as well.
  public Set<String> signers(Purpose purpose, Map<String, byte[]> keys) {
    byte[] covered = pae(payloadType, payload);
    Set<String> ids = new HashSet<>();
    Set<Hash> used = new HashSet<>();
    for (Signature signature : signatures) {
      byte[] key = keys.get(signature.keyId());
      if (key != null
          && Ed25519.verify(key, purpose, covered, signature.bytes())
          && used.add(Hash.of(key))) {
        ids.add(signature.keyId());
      }
    }
    return ids;
  }

  /// `H(payload)`.
  public Hash payloadHash() {
    return Hash.of(payload);
  }

  /// Reads an envelope; empty when it is not one, or larger than allowed.
  public static Optional<Dsse> parse(String json) {
    return json.length() > MAX_LENGTH ? Optional.empty() : StrictJson.parse(json).flatMap(Dsse::of);
  }

  /// Reads an envelope that is part of a larger document.
  public static Optional<Dsse> of(Json json) {
    JsonFields in = JsonFields.of(json);
    String type = in.text("payloadType", 128);
    byte[] payload = base64(in, in.text("payload", MAX_LENGTH));
    List<Signature> signatures = new ArrayList<>();
    for (Json each : in.items("signatures", MAX_SIGNATURES)) {
      JsonFields one = JsonFields.of(each);
      String keyId = one.text("keyid", 64);
      byte[] bytes = base64(in, one.text("sig", 128));
      in.require(one.complete() && bytes.length == Ed25519.SIGNATURE_LENGTH);
      signatures.add(new Signature(keyId, bytes));
    }
    return in.complete() ? Optional.of(new Dsse(type, payload, signatures)) : Optional.empty();
  }

  /// The envelope as JSON.
  public Json json() {
    List<Json> list = new ArrayList<>();
    for (Signature signature : signatures) {
      list.add(
          Json.object()
              .with("keyid", signature.keyId())
              .with("sig", Base64.getEncoder().encodeToString(signature.bytes())));
    }
    return Json.object()
        .with("payloadType", payloadType)
        .with("payload", Base64.getEncoder().encodeToString(payload))
        .with("signatures", new Json.Items(list));
  }

  /// `"DSSEv1" SP len(T) SP T SP len(bytes) SP bytes`.
  static byte[] pae(String payloadType, byte[] payload) {
    byte[] type = payloadType.getBytes(UTF_8);
    String head = "DSSEv1 " + type.length + " " + payloadType + " " + payload.length + " ";
    return Bytes.join(head.getBytes(UTF_8), payload);
  }

  private static byte[] base64(JsonFields in, String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      in.require(Base64.getEncoder().encodeToString(bytes).equals(text));
      return bytes;
    } catch (IllegalArgumentException notBase64) {
      in.require(false);
      return new byte[0];
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Dsse dsse
        && payloadType.equals(dsse.payloadType)
        && Arrays.equals(payload, dsse.payload)
        && json().print().equals(dsse.json().print());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(payload);
  }
}
