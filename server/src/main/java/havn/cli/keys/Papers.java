package havn.cli.keys;

import havn.seal.Dsse;
import havn.seal.SigningKey;
import havn.seal.json.Json;
import havn.seal.json.JsonFields;
import havn.seal.json.StrictJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;

/// Reads and writes the ceremony's files.
final class Papers {

  private static final long MAX_LENGTH = 256 * 1024;
  private static final int SEED_LENGTH = 32;

  private Papers() {}

  /// A private key and the id it has in its root set.
  record RootKey(String id, SigningKey key) {}

  static String read(Path file) throws Refused {
    try {
      if (Files.size(file) > MAX_LENGTH) {
        throw new Refused(file + " is longer than 256 KiB.");
      }
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new Refused(file + " cannot be read.");
    }
  }

  static Dsse document(Path file) throws Refused {
    return Dsse.parse(read(file))
        .orElseThrow(() -> new Refused(file + " is not a signed document of Havn."));
  }

  static RootKey key(Path file) throws Refused {
    Optional<Json> json = StrictJson.parse(read(file));
    JsonFields in = JsonFields.of(json.orElseGet(Json.Nothing::new));
    in.require(in.whole("v", 1) == 1 && in.text("kind", 16).equals("root-key"));
    String id = in.text("id", 64);
    byte[] seed = in.bytes("seed", SEED_LENGTH);
    if (!in.complete()) {
      throw new Refused(file + " is not a root key file.");
    }
    return new RootKey(id, SigningKey.ofSeed(seed));
  }

  static void writeKey(Path file, RootKey key) throws Refused {
    String seed = Base64.getUrlEncoder().withoutPadding().encodeToString(key.key().revealSeed());
    write(
        file,
        Json.object()
            .with("v", 1)
            .with("kind", "root-key")
            .with("id", key.id())
            .with("seed", seed)
            .printForPeople(),
        "rw-------");
  }

  static void writeDocument(Path file, Dsse document) throws Refused {
    write(file, document.json().printForPeople(), "rw-r--r--");
  }

  /// Makes a folder for its owner alone; an existing one is used as it is.
  static void makeFolder(Path folder) throws Refused {
    try {
      if (!Files.isDirectory(folder)) {
        var owner = PosixFilePermissions.fromString("rwx------");
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(owner));
      }
    } catch (IOException | UnsupportedOperationException refused) {
      throw new Refused(folder + " cannot be made as a private folder.");
    }
  }

  private static void write(Path file, String text, String permissions) throws Refused {
    try {
      var rights = PosixFilePermissions.fromString(permissions);
      Files.createFile(file, PosixFilePermissions.asFileAttribute(rights));
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (FileAlreadyExistsException there) {
      throw new Refused(file + " exists already; nothing is overwritten.");
    } catch (IOException | UnsupportedOperationException refused) {
      throw new Refused(file + " cannot be written as a private file.");
    }
  }
}
