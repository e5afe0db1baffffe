package havn.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.cli.seal.SealCommand;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealCommandTest {

  private static final String CLASSIC =
      "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";
  private static final String CLASSIC_KEY =
      "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX";

  @TempDir Path dir;
  private StringWriter err = new StringWriter();
  private ByteArrayOutputStream out = new ByteArrayOutputStream();
  private byte[] input = {};

  @Test
  void aKeyFileIsItsOwnersAloneAndIsNeverOverwritten() throws IOException {
    String recipient = keygen("a.key");
    String text = Files.readString(dir.resolve("a.key"));
    assertTrue(
        text.matches(
            "# created: \\S+Z\n# public key: " + recipient + "\nAGE-SECRET-KEY-PQ-1[0-9A-Z]{58}\n"),
        text);
    var rights = Files.getPosixFilePermissions(dir.resolve("a.key"));
    assertEquals("rw-------", PosixFilePermissions.toString(rights));
    assertEquals(1, seal("keygen", "-o", path("a.key")));
    refused("a.key: exists already and is never overwritten");
    assertEquals(text, Files.readString(dir.resolve("a.key")));
  }

  @Test
  void aKeyWithoutAFileGoesToStandardOutputAlone() {
    assertEquals(0, seal("keygen", "-pq"));
    assertTrue(printed().startsWith("# created: "), printed());
    assertTrue(err.toString().startsWith("Public key: age1pq1"), err.toString());
    input = out.toByteArray();
    out = new ByteArrayOutputStream();
    assertEquals(0, seal("keygen", "-y"));
    assertEquals(err.toString().strip(), "Public key: " + printed().strip());
  }

  @Test
  void privateKeysTurnIntoTheirRecipients() throws IOException {
    String recipient = keygen("a.key");
    write("both.key", "\n# mine\n" + CLASSIC_KEY + "\n" + Files.readString(dir.resolve("a.key")));
    assertEquals(0, seal("keygen", "-y", "-o", path("recipients"), path("both.key")));
    assertEquals(CLASSIC + "\n" + recipient + "\n", Files.readString(dir.resolve("recipients")));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 5_000_000, 9_000_000})
  void whatIsSealedFromAPipeOpensIntoAPipe(int length) throws IOException {
    String recipient = keygen("a.key");
    byte[] words = new byte[length];
    Arrays.fill(words, (byte) 7);
    input = words;
    assertEquals(0, seal("encrypt", "-r", recipient));
    input = out.toByteArray();
    out = new ByteArrayOutputStream();
    assertEquals(0, seal("decrypt", "-i", path("a.key")), err::toString);
    assertArrayEquals(words, out.toByteArray());
  }

  @Test
  void everyOneOfTwelveRecipientsOpens() throws IOException {
    StringBuilder list = new StringBuilder("# everybody\n\n");
    for (int i = 0; i < 11; i++) {
      list.append(keygen(i + ".key")).append("\r\n");
    }
    write("list", list.toString());
    write("words", "hva som helst");
    keygen("11.key");
    assertEquals(
        0,
        seal(
            "encrypt",
            "--recipients-file",
            path("list"),
            "--identity",
            path("11.key"),
            "--armor",
            "--output",
            path("words.age"),
            path("words")),
        err::toString);
    assertTrue(Files.readString(dir.resolve("words.age")).startsWith("-----BEGIN AGE ENCRYPTED"));
    for (int i = 0; i < 12; i++) {
      String to = path("opened" + i);
      assertEquals(0, seal("decrypt", "-i", path(i + ".key"), "-o", to, path("words.age")));
      assertEquals("hva som helst", Files.readString(Path.of(to)));
    }
  }

  @Test
  void keysMayComeFromStandardInputButNotTheFileToo() throws IOException {
    write("words", "hei");
    assertEquals(0, seal("encrypt", "-r", CLASSIC, "-o", path("words.age"), path("words")));
    input = CLASSIC_KEY.getBytes(StandardCharsets.US_ASCII);
    assertEquals(0, seal("decrypt", "-i", "-", path("words.age")), err::toString);
    assertEquals("hei", printed());
    assertEquals(1, seal("decrypt", "-i", "-"));
    refused("standard input is asked for twice");
  }

  @Test
  void aRefusedFileLeavesNoOutputAndAnOlderOneAsItWas() throws IOException {
    String recipient = keygen("a.key");
    keygen("b.key");
    write("words", "x".repeat(200_000));
    assertEquals(0, seal("encrypt", "-r", recipient, "-o", path("good.age"), path("words")));
    byte[] good = Files.readAllBytes(dir.resolve("good.age"));
    byte[] cut = Arrays.copyOf(good, good.length - 1);
    byte[] chunkless = Arrays.copyOf(good, good.length - (200_000 % 65_536) - 16);
    byte[] head = good.clone();
    head[1600] ^= 1;
    for (byte[] file : List.of(cut, chunkless, head, new byte[0], new byte[70_000])) {
      Files.write(dir.resolve("bad.age"), file);
      assertEquals(1, seal("decrypt", "-i", path("a.key"), path("bad.age")));
      assertEquals(0, out.size());
      assertEquals(1, seal("decrypt", "-i", path("a.key"), "-o", path("new"), path("bad.age")));
      assertFalse(Files.exists(dir.resolve("new")));
      refused("bad.age: ");
    }
    write("old", "as it was");
    assertEquals(1, seal("decrypt", "-i", path("b.key"), "-o", path("old"), path("good.age")));
    refused("good.age: is not sealed for any of these keys; give the right one with --identity");
    assertEquals("as it was", Files.readString(dir.resolve("old")));
    try (Stream<Path> files = Files.list(dir)) {
      assertTrue(files.noneMatch(file -> file.toString().endsWith(".unfinished")));
    }
  }

  @Test
  void recipientsOfTwoKindsAreRefused() {
    assertEquals(1, seal("encrypt", "-r", CLASSIC, "-r", keygen("a.key"), "-o", path("x")));
    refused("do not share a file");
    assertFalse(Files.exists(dir.resolve("x")));
  }

  @Test
  void aFileWithAPassphraseIsRefusedAsSuch() throws IOException {
    write("a.key", CLASSIC_KEY);
    write(
        "secret.age",
        "age-encryption.org/v1\n-> scrypt rF0/NwblUHHTpgQgRpe5CQ 10\n"
            + "gUjEymFKMVXQEKdMMHL24oYexjE3TIC0O0zGSqJ2aUY\n--- "
            + "gUjEymFKMVXQEKdMMHL24oYexjE3TIC0O0zGSqJ2aUY\n");
    assertEquals(1, seal("decrypt", "-i", path("a.key"), path("secret.age")));
    refused("is sealed with a passphrase, which this command does not read; use the age tool");
  }

  @Test
  void aSentenceNamesFileAndLineAndNeverThePrivateKey() throws IOException {
    write("a.key", "# mine\n" + CLASSIC_KEY.replace('G', 'H') + "\n");
    assertEquals(1, seal("decrypt", "-i", path("a.key"), path("words")));
    refused("a.key, line 2: not a private key; write AGE-SECRET-KEY-PQ-1… or AGE-SECRET-KEY-1…");
    assertEquals(1, seal("encrypt", "-r", CLASSIC_KEY, path("words")));
    refused("--recipient: this is a private key; `havn seal keygen -y`");
    assertFalse(err.toString().contains("FPYYSJ"));
    write("b.key", CLASSIC);
    assertEquals(1, seal("decrypt", "-i", path("b.key"), path("words")));
    refused("b.key, line 1: this is a recipient");
    write("empty", "# nothing\n");
    assertEquals(1, seal("decrypt", "-i", path("empty"), path("words")));
    refused("empty: has no key in it");
  }

  @Test
  void whatIsMissingOrInTheWayIsNamed() throws IOException {
    write("words", "hei");
    assertEquals(1, seal("encrypt", "-r", CLASSIC, path("nowhere")));
    refused("nowhere: there is no such file");
    assertEquals(1, seal("encrypt", "-r", CLASSIC, "-o", path("no/where"), path("words")));
    refused("no/where: cannot be written");
    assertEquals(1, seal("encrypt", "-r", CLASSIC, "-o", dir.toString(), path("words")));
    refused("is a folder");
    assertEquals(1, seal("encrypt", "-r", CLASSIC, "-o", path("words"), path("words")));
    refused("is INPUT itself");
    assertEquals("hei", Files.readString(dir.resolve("words")));
  }

  @Test
  void aWrongCommandLineEndsWithTwo() {
    assertEquals(2, seal("encrypt", path("words")));
    assertTrue(err.toString().contains("For whom?"), err.toString());
    assertEquals(2, seal("decrypt", path("words")));
    assertEquals(2, seal("decrypt", "--passphrase", path("words")));
    assertEquals(2, seal());
  }

  private String keygen(String name) {
    err = new StringWriter();
    assertEquals(0, seal("keygen", "-o", path(name)), err::toString);
    return err.toString().substring("Public key: ".length()).strip();
  }

  private void refused(String sentence) {
    String said = err.toString().strip();
    String last = said.substring(said.lastIndexOf('\n') + 1);
    assertTrue(last.startsWith("havn: ") && last.contains(sentence), said);
    assertFalse(said.contains("\tat "), said);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(dir.resolve(name), text);
  }

  private String path(String name) {
    return dir.resolve(name).toString();
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private int seal(String... arguments) {
    String[] all =
        Stream.concat(Stream.of("seal"), Arrays.stream(arguments)).toArray(String[]::new);
    List<Object> commands = List.of(new SealCommand(new ByteArrayInputStream(input), out));
    return Havn.run(commands, new PrintWriter(out, true), new PrintWriter(err, true), all);
  }
}
