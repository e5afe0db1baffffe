package havn.demo.signer;

import static java.nio.charset.StandardCharsets.UTF_8;

import havn.kernel.secret.Secret;
import havn.seal.Dsse;
import havn.seal.Purpose;
import havn.seal.SigningKey;
import havn.staff.RootSet;
import havn.staff.SignerDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The signer's folder: what outlives one run.
record SignerFolder(Path path) {

  static final String ROOT_ID = "demo-root";
  static final String SIGNER_ID = "demo-signer";

  private static final Duration ROOT_LIFE = Duration.ofDays(365);
  private static final int MAX_INVITES = 100;

  /// The keys and documents of one demonstration.
  record Keys(SigningKey signer, Dsse root, Dsse signerDocument) {}

  /// Reads the keys, or makes them at the first start. The pin is in its file afterwards.
  Keys keys(Instant now) throws IOException {
    var owner = PosixFilePermissions.fromString("rwx------");
    Files.createDirectories(path, PosixFilePermissions.asFileAttribute(owner));
    SigningKey root = key("root.seed");
    SigningKey signer = key("signer.seed");
    Dsse rootSet = document("root.json", () -> rootSet(root, now));
    Dsse signerDocument = document("signer.json", () -> signer(root, signer, now));
    write("pin", rootSet.payloadHash().base64url() + "\n", "rw-r--r--");
    return new Keys(signer, rootSet, signerDocument);
  }

  /// The secrets of one-time links that were left here; none when the file is missing.
  List<Secret> invites() throws IOException {
    Path file = path.resolve("invites");
    if (!Files.exists(file)) {
      return List.of();
    }
    return Files.readString(file)
        .lines()
        .limit(MAX_INVITES)
        .flatMap(line -> Secret.parse(line.strip()).stream())
        .toList();
  }

  /// The session of the run before, if there was one.
  Optional<Secret> session() throws IOException {
    Path file = path.resolve("session");
    return Files.exists(file) ? Secret.parse(Files.readString(file).strip()) : Optional.empty();
  }

  void keepSession(Secret session) throws IOException {
    write("session", session.reveal() + "\n", "rw-------");
  }

  private SigningKey key(String name) throws IOException {
    Path file = path.resolve(name);
    if (!Files.exists(file)) {
      Secret seed = Secret.of(SigningKey.fresh().revealSeed());
      write(name, seed.reveal() + "\n", "rw-------");
    }
    return Secret.parse(Files.readString(file).strip())
        .map(seed -> SigningKey.ofSeed(seed.bytes()))
        .orElseThrow(() -> new IOException(file + " is not a key"));
  }

  private Dsse document(String name, Supplier<Dsse> make) throws IOException {
    Path file = path.resolve(name);
    if (!Files.exists(file)) {
      write(name, make.get().json().print(), "rw-r--r--");
    }
    return Dsse.parse(Files.readString(file))
        .orElseThrow(() -> new IOException(file + " is not a document"));
  }

  private static Dsse rootSet(SigningKey root, Instant now) {
    RootSet set = new RootSet(1, 1, Map.of(ROOT_ID, root.publicKey()), now, now.plus(ROOT_LIFE));
    return Dsse.sign(Purpose.ROOT, RootSet.TYPE, set.payload(), Map.of(ROOT_ID, root));
  }

  private static Dsse signer(SigningKey root, SigningKey signer, Instant now) {
    Instant until = now.plus(SignerDocument.LONGEST);
    var document = new SignerDocument(1, SIGNER_ID, signer.publicKey(), now, until);
    return Dsse.sign(
        Purpose.SIGNER, SignerDocument.TYPE, document.payload(), Map.of(ROOT_ID, root));
  }

  /// Puts a file in place in one step.
  private void write(String name, String text, String rights) throws IOException {
    Path part = path.resolve(name + ".part");
    Files.deleteIfExists(part);
    var owner = PosixFilePermissions.fromString(rights);
    Files.createFile(part, PosixFilePermissions.asFileAttribute(owner));
    Files.write(part, text.getBytes(UTF_8));
    Files.move(
        part,
        path.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
