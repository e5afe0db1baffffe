package havn.conversation.redis;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.conversation.Party;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// `apart.lua`, and `end.lua` for a chat of nobody, on a real Redis.
class ApartScriptTest {

  private static final Instant NOW = ClaimedChat.NOW;
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final byte[] BODY = {1};

  private final ClaimedChat chat = new ClaimedChat();

  @AfterEach
  void close() {
    chat.close();
  }

  private Optional<Instant> apart(Instant now) {
    return get(chat.conversations.apart(chat.id, now));
  }

  private boolean ends(Instant since) {
    return get(chat.conversations.forsake(chat.id, BODY, since)).isPresent();
  }

  @Test
  void theFirstLookCountsUntilSomebodyConnectsOrIsSeen() {
    assertEquals(Optional.of(NOW), apart(NOW));
    assertEquals(Optional.of(NOW), apart(LATER));
    get(chat.conversations.connected(chat.id, Party.VISITOR, "one"));
    assertEquals(Optional.of(LATER), apart(LATER));
    get(chat.conversations.together(chat.id));
    assertEquals(Optional.of(NOW), apart(NOW));
  }

  @Test
  void itEndsOnceWhenNobodyConnectedSince() {
    apart(NOW);
    assertTrue(ends(NOW));
    assertTrue(!ends(NOW));
    assertEquals(Optional.empty(), apart(LATER), "it is not taken any more");
  }

  @Test
  void itDoesNotEndWhenSomebodyConnectedOrWasSeenBetweenTheLookAndTheAct() {
    apart(NOW);
    get(chat.conversations.connected(chat.id, Party.STAFF, "one"));
    assertTrue(!ends(NOW));
    apart(LATER);
    assertTrue(!ends(NOW), "it began anew");
    get(chat.conversations.together(chat.id));
    assertTrue(!ends(LATER));
  }

  @Test
  void nothingIsLeftOfAChatThatIsForgotten() {
    get(chat.conversations.forget(chat.id));
    get(chat.conversations.together(chat.id));
    assertEquals(Optional.empty(), get(chat.conversations.find(chat.id)));
    assertTrue(!ends(NOW));
  }
}
