package havn.staff;

import static java.nio.charset.StandardCharsets.UTF_8;

import havn.seal.Dsse;
import havn.seal.Hash;
import havn.seal.json.Json;
import havn.seal.json.JsonFields;
import havn.seal.json.StrictJson;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Says that the devices of an earlier roster stand for some days more, in place of its signer
/// (`docs/protocol/sealed.md`, section 2). It has a version of its own in the same row.
///
/// @param previous hash of the roster or renewal before it
/// @param roster version of the roster that it renews, with its hash and when the signer made it
public record RenewalDocument(
    long version,
    Hash previous,
    Instant issued,
    Instant expires,
    long roster,
    Hash hash,
    Instant signed) {

  public static final String TYPE = "application/vnd.havn.renewal.v1+json";

  /// Nothing is renewed for longer than this after the signer signed.
  public static final Duration LONGEST = Duration.ofDays(35);

  /// So many different persons sign it.
  public static final int PERSONS = 2;

  /// Reads the payload of a document; empty when it is not a renewal. Says nothing of signatures.
  public static Optional<RenewalDocument> of(Dsse document) {
    if (!document.payloadType().equals(TYPE)) {
      return Optional.empty();
    }
    return StrictJson.parse(document.payload()).flatMap(RenewalDocument::of);
  }

  private static Optional<RenewalDocument> of(Json json) {
    JsonFields in = JsonFields.of(json);
    in.require(in.whole("v", 1) == 1);
    long version = in.whole("version", 2);
    Optional<Hash> previous = Hash.wrap(in.bytes("previous", Hash.LENGTH));
    Instant issued = in.instant("issued");
    Instant expires = in.instant("expires");
    long roster = in.whole("roster", 1);
    Optional<Hash> hash = Hash.wrap(in.bytes("hash", Hash.LENGTH));
    Instant signed = in.instant("signed");
    in.require(roster < version && previous.isPresent() && hash.isPresent());
    in.require(issued.isAfter(signed) && issued.isBefore(expires));
    in.require(!expires.isAfter(issued.plus(RosterDocument.LONGEST)));
    in.require(!expires.isAfter(signed.plus(LONGEST)));
    return in.complete()
        ? Optional.of(
            new RenewalDocument(
                version, previous.get(), issued, expires, roster, hash.get(), signed))
        : Optional.empty();
  }

  /// The exact bytes to sign.
  public byte[] payload() {
    return Json.object()
        .with("v", 1)
        .with("version", version)
        .with("previous", previous.base64url())
        .with("issued", issued.toString())
        .with("expires", expires.toString())
        .with("roster", roster)
        .with("hash", hash.base64url())
        .with("signed", signed.toString())
        .print()
        .getBytes(UTF_8);
  }
}
