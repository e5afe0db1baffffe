package havn.conversation.redis;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.conversation.Conversations;
import havn.conversation.Invitation;
import havn.conversation.Memberships;
import havn.conversation.Whispers;
import havn.conversation.Whispers.Told;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// `whisper.lua` and `whispers.lua` on a real Redis.
class WhisperScriptsTest {

  private static final Instant NOW = ClaimedChat.NOW;
  private static final byte[] WORD = {8, 1};

  private final ClaimedChat chat = new ClaimedChat();
  private final Conversations conversations = chat.conversations;
  private final Memberships memberships = chat.memberships;
  private final Whispers whispers = ConversationStores.whispers(chat.redis);
  private final ConversationId id = chat.id;
  private final DeviceId lead = chat.lead;
  private final DeviceId member = DeviceId.fresh();

  @BeforeEach
  void aChatOfTwo() {
    get(conversations.appendEpoch(id, 1, 1, WORD));
    comesIn(Invitation.Kind.JOIN);
  }

  private void comesIn(Invitation.Kind kind) {
    get(memberships.invite(id, 1, new Invitation(member, kind, NOW.plus(Invitation.LIFE)), NOW));
    get(memberships.accept(id, member, NOW));
  }

  @AfterEach
  void close() {
    chat.close();
  }

  private Told say(DeviceId device, int slot) {
    return get(whispers.say(id, device, slot, WORD));
  }

  private int readable(DeviceId device) {
    return get(whispers.read(id, device, 1, 1_000)).size();
  }

  @Test
  void anEntryIsNumberedAndNamesEverybodyWhoMayReadIt() {
    assertEquals(
        new Told.Stored(1, List.of(lead, member)), get(whispers.key(id, lead, 1, 1, WORD)));
    assertEquals(new Told.Stored(2, List.of(lead, member)), say(member, 2));
    assertEquals(2, readable(lead));
    assertEquals(2, readable(member));
    assertEquals(0, readable(DeviceId.fresh()));
  }

  @Test
  void onlyADeviceInItsOwnSlotSpeaks() {
    assertEquals(new Told.NotYours(), say(member, 1));
    assertEquals(new Told.NotYours(), say(lead, 2));
    assertEquals(new Told.NotYours(), say(DeviceId.fresh(), 2));
  }

  @Test
  void afterAHandoverTheOldLeadReadsAndSaysNothing() {
    assertTrue(say(lead, 1) instanceof Told.Stored);
    comesIn(Invitation.Kind.HANDOVER);
    assertEquals(new Told.NotYours(), say(lead, 1));
    assertEquals(new Told.NotYours(), get(whispers.key(id, lead, 1, 1, WORD)));
    assertEquals(0, readable(lead));
    assertEquals(1, readable(member));
  }

  @Test
  void thereAreFiveHundredAndNoMore() {
    for (int i = 0; i < Whispers.MOST; i++) {
      assertTrue(say(lead, 1) instanceof Told.Stored);
    }
    assertEquals(new Told.Full(), say(member, 2));
    assertEquals(Whispers.MOST, readable(member));
  }

  @Test
  void nothingIsLeftOfThemAfterTheEndOrWhenTheConversationIsForgotten() {
    say(lead, 1);
    get(conversations.end(id, WORD));
    assertEquals(false, get(chat.redis.exists(ConversationKeys.of(id).whispers())));
    assertEquals(new Told.NotYours(), say(lead, 1));
    get(conversations.forget(id));
    assertEquals(new Told.NotYours(), say(lead, 1));
  }
}
