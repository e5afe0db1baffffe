package havn.cli.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.kernel.time.SystemTime;
import havn.seal.Dsse;
import havn.seal.SigningKey;
import havn.staff.SignerRequest;
import havn.staff.TrustDocuments;
import havn.staff.TrustPublishing;
import havn.staff.TrustPublishing.Decision.Published;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class KeysCommandTest {

  private static final Instant NOW = SystemTime.wall().instant().truncatedTo(ChronoUnit.SECONDS);

  @TempDir Path dir;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void theServerTakesWhatTheCeremonyMade() throws IOException {
    assertEquals(0, root("ceremony"));
    assertEquals(0, sign(request(90), "root-1-1", "root-1-3"), err::toString);

    Dsse root = document("ceremony/root-1.json");
    var first =
        assertInstanceOf(Published.class, TrustPublishing.root(TrustDocuments.NONE, root, NOW));
    Dsse signer = document("signer.json");
    assertInstanceOf(Published.class, TrustPublishing.signer(first.documents(), signer, NOW));
    assertTrue(out.toString().contains("pin " + root.payloadHash().base64url()));
  }

  @Test
  void privateKeysAreTheirOwnersAlone() throws IOException {
    root("ceremony");
    for (int n = 1; n <= 3; n++) {
      var rights = Files.getPosixFilePermissions(dir.resolve("ceremony/root-1-" + n + ".key"));
      assertEquals("rw-------", PosixFilePermissions.toString(rights));
    }
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    root("ceremony");
    String before = Files.readString(dir.resolve("ceremony/root-1-1.key"));
    assertEquals(1, root("ceremony"));
    assertTrue(err.toString().contains("exists already"));
    assertEquals(before, Files.readString(dir.resolve("ceremony/root-1-1.key")));
  }

  @Test
  void theNextRootSetIsSignedByTheOneBefore() throws IOException {
    root("ceremony");
    int code =
        run(
            "root",
            "--out",
            path("next"),
            "--after",
            path("ceremony/root-1.json"),
            "--key",
            path("ceremony/root-1-1.key"),
            "--key",
            path("ceremony/root-1-2.key"));
    assertEquals(0, code, err::toString);
    TrustDocuments first =
        assertInstanceOf(
                Published.class,
                TrustPublishing.root(TrustDocuments.NONE, document("ceremony/root-1.json"), NOW))
            .documents();
    assertInstanceOf(
        Published.class, TrustPublishing.root(first, document("next/root-2.json"), NOW));
  }

  @Test
  void oneKeyOfTwoIsNotEnough() throws IOException {
    root("ceremony");
    assertEquals(1, sign(request(90), "root-1-1"));
    assertTrue(err.toString().contains("asks for 2 different keys"));
    assertFalse(Files.exists(dir.resolve("signer.json")));
  }

  @Test
  void oneKeyGivenTwiceIsOneKey() throws IOException {
    root("ceremony");
    assertEquals(1, sign(request(90), "root-1-1", "root-1-1"));
  }

  @Test
  void aRequestChangedOnTheWayIsRefused() throws IOException {
    root("ceremony");
    Path honest = request(90);
    String other = SignerRequest.of("signer-1", SigningKey.fresh(), NOW, days(90)).print();
    String key = other.replaceAll("(?s).*\"ed25519\": \"([^\"]*)\".*", "$1");
    String text = Files.readString(honest);
    Files.writeString(
        honest, text.replaceAll("\"ed25519\": \"[^\"]*\"", "\"ed25519\": \"" + key + "\""));
    assertEquals(1, sign(honest, "root-1-1", "root-1-2"));
    assertTrue(err.toString().contains("not signed by the key it names"));
  }

  @Test
  void aRequestForMoreThanHalfAYearIsRefused() throws IOException {
    root("ceremony");
    assertEquals(1, sign(request(184), "root-1-1", "root-1-2"));
    assertTrue(err.toString().contains("183 days"));
  }

  @Test
  void aKeyOfAnotherCeremonyIsRefused() throws IOException {
    root("ceremony");
    root("stranger");
    Path request = request(90);
    int code =
        run(
            "sign",
            request.toString(),
            "--root",
            path("ceremony/root-1.json"),
            "--key",
            path("stranger/root-1-1.key"),
            "--key",
            path("ceremony/root-1-2.key"),
            "--out",
            path("signer.json"));
    assertEquals(1, code);
    assertTrue(err.toString().contains("is not a key of this root set"));
  }

  private int root(String folder) {
    return run("root", "--out", path(folder));
  }

  private int sign(Path request, String... keys) {
    var arguments = new java.util.ArrayList<String>();
    arguments.add("sign");
    arguments.add(request.toString());
    arguments.add("--root=" + path("ceremony/root-1.json"));
    arguments.add("--out=" + path("signer.json"));
    for (String key : keys) {
      arguments.add("--key=" + path("ceremony/" + key + ".key"));
    }
    return run(arguments.toArray(String[]::new));
  }

  private Path request(int days) throws IOException {
    SignerRequest request =
        SignerRequest.of("signer-1", SigningKey.fresh(), NOW.minusSeconds(60), days(days));
    return Files.writeString(dir.resolve("request.json"), request.print());
  }

  private Instant days(int days) {
    return NOW.minusSeconds(60).plus(Duration.ofDays(days));
  }

  private Dsse document(String name) throws IOException {
    return Dsse.parse(Files.readString(dir.resolve(name))).orElseThrow();
  }

  private String path(String name) {
    return dir.resolve(name).toString();
  }

  private int run(String... arguments) {
    return new CommandLine(new KeysCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
