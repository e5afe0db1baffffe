package havn.publichttp;

import static havn.Eventually.get;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import havn.http.Answer;
import havn.letters.Hand;
import havn.letters.MailboxStore.NewLetter;
import havn.letters.postgres.LetterStores;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// What is in a mailbox, and whose it is, reaches no log, whatever fails; its plain text reaches
/// nothing at all.
class LetterCanaryTest {

  private static final String CANARY = "kanarifugl i gruva 7f3a91";

  private final Hand hand = new Hand();
  private final byte[] note = hand.note(CANARY);

  @Test
  void mailboxContentNeverReachesALog() throws Exception {
    ListAppender<ILoggingEvent> heard = new ListAppender<>();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Logger ours = (Logger) LoggerFactory.getLogger("havn");
    Level before = ours.getLevel();
    heard.start();
    root.addAppender(heard);
    ours.setLevel(Level.ALL);
    try (PublicForTests site = new PublicForTests()) {
      assertEquals(204, send(site, "create", hand.noteWrite(1, note)).status());
      byte[] letter = Hand.post("late-now", Hand.sealed(1, CANARY), 1).build().toByteArray();
      assertEquals(201, send(site, "letter", letter).status());
      assertEquals(200, send(site, "open", new byte[0]).status());
      NewLetter twice = hand.letter("late-now", PublicForTests.CLOCK.instant());
      var store = LetterStores.mailboxes(site.pool);
      get(store.leave(twice));
      assertThrows(PgException.class, () -> get(store.leave(twice)));
      get(site.pool.query("DROP TABLE mailbox CASCADE").execute());
      assertEquals(503, send(site, "open", new byte[0]).status());
    } finally {
      root.detachAppender(heard);
      ours.setLevel(before);
    }
    String lines =
        heard.list.stream()
            .map(line -> line.getFormattedMessage() + " " + line.getKeyValuePairs())
            .collect(Collectors.joining("\n"));
    assertTrue(lines.contains("request failed"), lines);
    for (String secret : secrets()) {
      assertFalse(lines.contains(secret), secret);
    }
    assertEquals(List.of(), filesOfStoresWith(CANARY));
    for (Path log : logs()) {
      for (String secret : secrets()) {
        assertFalse(Files.readString(log, ISO_8859_1).contains(secret), log + ": " + secret);
      }
    }
  }

  private List<String> secrets() {
    return List.of(
        CANARY,
        hand.mailbox().hex(),
        Hand.text(hand.mailbox().bytes()),
        Hand.text(note).substring(2_000, 2_040));
  }

  private Answer send(PublicForTests site, String act, byte[] body) {
    String nonce = site.ask().post("/api/v1/mailbox/nonces").json().getString("nonce");
    JsonObject signed = hand.act(nonce, act, body);
    return site.ask().post("/api/v1/mailbox/acts", signed.encode());
  }

  private static List<Path> filesOfStoresWith(String text) throws IOException {
    try (var tree = Files.walk(stores())) {
      return tree.filter(Files::isRegularFile).filter(file -> holds(file, text)).toList();
    }
  }

  private static List<Path> logs() throws IOException {
    try (var tree = Files.walk(stores())) {
      return tree.filter(file -> file.toString().endsWith(".log")).toList();
    }
  }

  private static Path stores() {
    return Path.of("target", "test-stores", Long.toString(ProcessHandle.current().pid()));
  }

  private static boolean holds(Path file, String text) {
    try {
      return Files.readString(file, ISO_8859_1).contains(text);
    } catch (java.nio.file.NoSuchFileException gone) {
      return false;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
