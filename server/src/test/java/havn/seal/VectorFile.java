package havn.seal;

import havn.seal.json.Json;
import havn.seal.json.StrictJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Reads the committed files of vectors.
final class VectorFile {

  private VectorFile() {}

  /// The entries of `vectors` in a file of `docs/protocol/vectors`.
  static List<Json.Members> entries(String name) {
    return items(whole(name), "vectors").stream().map(Json.Members.class::cast).toList();
  }

  /// A whole file of `docs/protocol/vectors`.
  static Json whole(String name) {
    try {
      byte[] file = Files.readAllBytes(Path.of("../docs/protocol/vectors", name));
      return StrictJson.parse(file).orElseThrow();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  static List<Json> items(Json json, String name) {
    return ((Json.Items) member(json, name).orElseThrow()).items();
  }

  static Optional<Json> member(Json json, String name) {
    return Optional.ofNullable(((Json.Members) json).members().get(name));
  }

  static String text(Json json, String name) {
    return ((Json.Text) member(json, name).orElseThrow()).value();
  }

  static byte[] bytes(Json json, String name) {
    return Base64.getUrlDecoder().decode(text(json, name));
  }
}
