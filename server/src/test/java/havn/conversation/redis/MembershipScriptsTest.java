package havn.conversation.redis;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.conversation.Conversations;
import havn.conversation.Invitation;
import havn.conversation.Invitation.Kind;
import havn.conversation.LogEntry;
import havn.conversation.Member;
import havn.conversation.Memberships;
import havn.conversation.Memberships.Invited;
import havn.conversation.Stage;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// `invite.lua`, `uninvite.lua`, `accept.lua` and `drop.lua` on a real Redis.
class MembershipScriptsTest {

  private static final Instant NOW = ClaimedChat.NOW;
  private static final byte[] WORD = {8, 1};

  private final ClaimedChat chat = new ClaimedChat();
  private final Conversations conversations = chat.conversations;
  private final Memberships memberships = chat.memberships;
  private final ConversationId id = chat.id;
  private final DeviceId lead = chat.lead;
  private final DeviceId other = DeviceId.fresh();

  @AfterEach
  void close() {
    chat.close();
  }

  private Invited invite(long fence, DeviceId device, Kind kind) {
    return get(
        memberships.invite(
            id, fence, new Invitation(device, kind, NOW.plus(Invitation.LIFE)), NOW));
  }

  private Optional<Memberships.Entrance> accept(DeviceId device, Instant now) {
    return get(memberships.accept(id, device, now));
  }

  private Stage.Taken taken() {
    return (Stage.Taken) get(conversations.find(id)).orElseThrow().stage();
  }

  @Test
  void aClaimGivesTheFirstSlot() {
    assertEquals(new Stage.Taken(lead, 1, 1, List.of(), Optional.empty()), taken());
  }

  @Test
  void aJoinGivesAnotherSlotAndNoFence() {
    assertEquals(Invited.DONE, invite(1, other, Kind.JOIN));
    assertEquals(
        new Memberships.Entrance(Kind.JOIN, 0, 2, List.of()), accept(other, NOW).orElseThrow());
    assertEquals(
        new Stage.Taken(lead, 1, 1, List.of(new Member(other, 2)), Optional.empty()), taken());
  }

  @Test
  void aHandoverRaisesTheFenceAndLeavesTheNewLeadAlone() {
    DeviceId third = DeviceId.fresh();
    invite(1, third, Kind.JOIN);
    accept(third, NOW);
    invite(1, other, Kind.HANDOVER);
    assertEquals(
        new Memberships.Entrance(Kind.HANDOVER, 2, 3, List.of(lead, third)),
        accept(other, NOW).orElseThrow());
    assertEquals(new Stage.Taken(other, 2, 3, List.of(), Optional.empty()), taken());
    assertEquals(0, get(conversations.appendEpoch(id, 1, 1, WORD)));
    assertEquals(0, get(conversations.appendStatement(id, 1, lead, WORD)));
    assertEquals(0, get(conversations.appendStatement(id, 0, third, WORD)));
    assertEquals(1, get(conversations.appendEpoch(id, 2, 1, WORD)));
  }

  @Test
  void aMemberWhoTakesOverKeepsItsSlot() {
    invite(1, other, Kind.JOIN);
    accept(other, NOW);
    assertEquals(Invited.DONE, invite(1, other, Kind.HANDOVER));
    assertEquals(
        new Memberships.Entrance(Kind.HANDOVER, 2, 2, List.of(lead)),
        accept(other, NOW).orElseThrow());
  }

  @Test
  void aSlotIsNeverUsedAgain() {
    for (int slot = 2; slot < 12; slot++) {
      invite(1, other, Kind.JOIN);
      assertEquals(slot, accept(other, NOW).orElseThrow().slot());
      assertTrue(get(memberships.leave(id, other)));
    }
  }

  @Test
  void nineDevicesOfStaffAreTooMany() {
    List<DeviceId> in = new ArrayList<>();
    for (int i = 1; i < Memberships.MOST_STAFF; i++) {
      DeviceId device = DeviceId.fresh();
      assertEquals(Invited.DONE, invite(1, device, Kind.JOIN));
      accept(device, NOW);
      in.add(device);
    }
    assertEquals(Memberships.MOST_STAFF - 1, taken().members().size());
    assertEquals(Invited.CROWDED, invite(1, other, Kind.JOIN));
    assertTrue(get(memberships.remove(id, 1, in.get(3))));
    assertEquals(Invited.DONE, invite(1, other, Kind.JOIN));
  }

  @Test
  void whoIsInIsNotAskedIn() {
    assertEquals(Invited.CROWDED, invite(1, lead, Kind.HANDOVER));
    invite(1, other, Kind.JOIN);
    accept(other, NOW);
    assertEquals(Invited.CROWDED, invite(1, other, Kind.JOIN));
  }

  @Test
  void onlyTheNewestFenceInvites() {
    assertEquals(Invited.BEHIND, invite(2, other, Kind.JOIN));
    invite(1, other, Kind.HANDOVER);
    accept(other, NOW);
    assertEquals(Invited.BEHIND, invite(1, lead, Kind.JOIN));
    assertEquals(Invited.DONE, invite(2, lead, Kind.JOIN));
  }

  @Test
  void anInvitationStandsForOneDeviceAndTwoMinutes() {
    invite(1, other, Kind.JOIN);
    assertEquals(Invited.DONE, invite(1, other, Kind.JOIN));
    assertEquals(Invited.PENDING, invite(1, other, Kind.HANDOVER));
    assertEquals(Invited.PENDING, invite(1, DeviceId.fresh(), Kind.JOIN));
    assertEquals(Optional.empty(), accept(DeviceId.fresh(), NOW));
    assertEquals(Optional.empty(), accept(other, NOW.plus(Invitation.LIFE)));
    assertTrue(accept(other, NOW.plus(Invitation.LIFE).minusMillis(1)).isPresent());
    assertEquals(Optional.empty(), accept(other, NOW));
  }

  @Test
  void onlyTheLeadWithdrawsAndOnlyTheInvitedDeclines() {
    invite(1, other, Kind.JOIN);
    assertEquals(Optional.empty(), get(memberships.withdraw(id, 2)));
    assertEquals(false, get(memberships.decline(id, lead)));
    assertEquals(Optional.of(other), get(memberships.withdraw(id, 1)));
    invite(1, other, Kind.JOIN);
    assertTrue(get(memberships.decline(id, other)));
    assertEquals(Optional.empty(), accept(other, NOW));
  }

  @Test
  void nobodyElseTakesAMemberOut() {
    invite(1, other, Kind.JOIN);
    accept(other, NOW);
    assertEquals(false, get(memberships.remove(id, 2, other)));
    assertEquals(false, get(memberships.leave(id, lead)));
    assertTrue(get(memberships.remove(id, 1, other)));
    assertEquals(false, get(memberships.remove(id, 1, other)));
  }

  @Test
  void anEndedChatHasNoMembersAndNoInvitations() {
    invite(1, other, Kind.JOIN);
    Stage.Taken had = (Stage.Taken) get(conversations.end(id, WORD)).orElseThrow().had();
    assertEquals(other, had.invitation().orElseThrow().device());
    assertEquals(Optional.empty(), accept(other, NOW));
    assertEquals(Invited.BEHIND, invite(1, other, Kind.JOIN));
  }

  @Test
  void nothingIsStoredAfterTheLastEntry() {
    var log = conversations.log(id);
    assertTrue(get(log.append(WORD)) > 0);
    assertTrue(get(conversations.end(id, WORD)).isPresent());
    List<LogEntry> whole = get(log.read(1, 100));
    assertThrows(RuntimeException.class, () -> get(log.append(WORD)));
    assertEquals(whole.size(), get(log.read(1, 100)).size());
  }
}
