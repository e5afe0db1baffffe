package havn.publichttp;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import havn.http.Answer;
import havn.letters.Hand;
import havn.letters.MailboxStore.NewLetter;
import havn.letters.postgres.LetterStores;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is in a mailbox, and whose it is, reaches no log, whatever fails; its plain text reaches
/// nothing at all.
class LetterCanaryTest {

  private static final String CANARY = "kanarifugl i gruva 7f3a91";

  private final Hand hand = new Hand();
  private final byte[] note = hand.note(CANARY);

  @Test
  void mailboxContentNeverReachesALog() throws Exception {
    try (Ears ears = new Ears()) {
      isLeftAndLost(ears);
      ears.assertOnNoDisk(CANARY);
      ears.assertInNoLogFile(secrets());
    }
  }

  private void isLeftAndLost(Ears ears) throws Exception {
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
      ears.heard("request failed", secrets());
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
}
