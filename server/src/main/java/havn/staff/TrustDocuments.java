package havn.staff;

import havn.seal.Dsse;
import havn.seal.Hash;
import havn.seal.json.Json;
import havn.seal.json.JsonFields;
import havn.seal.json.StrictJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The trust documents of an installation as they were published: root sets oldest first, the
/// signer, the newest roster, and the renewal it stands by, if it was renewed since. The last three
/// are missing until somebody publishes them.
public record TrustDocuments(
    List<Dsse> roots, Optional<Dsse> signer, Optional<Dsse> roster, Optional<Dsse> renewal) {

  public static final int MAX_ROOTS = 16;

  /// Before anything was published.
  public static final TrustDocuments NONE =
      new TrustDocuments(List.of(), Optional.empty(), Optional.empty());

  public TrustDocuments {
    roots = List.copyOf(roots);
  }

  public TrustDocuments(List<Dsse> roots, Optional<Dsse> signer, Optional<Dsse> roster) {
    this(roots, signer, roster, Optional.empty());
  }

  /// What the next roster or renewal has to follow.
  Optional<Dsse> newest() {
    return renewal.or(() -> roster);
  }

  /// The pin to print in embed snippets: the hash of the oldest root set.
  public Optional<Hash> pin() {
    return roots.stream().findFirst().map(Dsse::payloadHash);
  }

  /// Reads the bundle of `/.well-known/havn/trust`, where null stands for what is not published
  /// yet; empty when it is malformed or above 512 KiB.
  public static Optional<TrustDocuments> parse(String json) {
    return StrictJson.parse(json).flatMap(TrustDocuments::of);
  }

  private static Optional<TrustDocuments> of(Json json) {
    JsonFields in = JsonFields.of(json);
    List<Dsse> roots = new ArrayList<>();
    for (Json each : in.items("roots", MAX_ROOTS)) {
      Optional<Dsse> root = Dsse.of(each);
      in.require(root.isPresent());
      root.ifPresent(roots::add);
    }
    Optional<Dsse> signer = published(in, "signer");
    Optional<Dsse> roster = published(in, "roster");
    Optional<Dsse> renewal = in.has("renewal") ? published(in, "renewal") : Optional.empty();
    return in.complete()
        ? Optional.of(new TrustDocuments(roots, signer, roster, renewal))
        : Optional.empty();
  }

  private static Optional<Dsse> published(JsonFields in, String name) {
    Json json = in.member(name);
    Optional<Dsse> document = Dsse.of(json);
    in.require(document.isPresent() || json instanceof Json.Nothing);
    return document;
  }

  /// The bundle; empty until all three kinds were published.
  public Optional<String> bundle() {
    if (roots.isEmpty() || signer.isEmpty() || roster.isEmpty()) {
      return Optional.empty();
    }
    var bundle =
        Json.object()
            .with("roots", new Json.Items(roots.stream().map(Dsse::json).toList()))
            .with("signer", signer.get().json())
            .with("roster", roster.get().json());
    return Optional.of(
        renewal.map(document -> bundle.with("renewal", document.json())).orElse(bundle).print());
  }
}
