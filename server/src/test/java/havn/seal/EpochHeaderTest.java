package havn.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.seal.EpochHeader.Place;
import havn.seal.EpochHeader.Ring;
import havn.seal.EpochHeader.RosterMark;
import havn.seal.EpochMember.Staff;
import havn.seal.EpochMember.Visitor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EpochHeaderTest {

  private static final Hash SOME = Hash.of(new byte[] {1});

  @Test
  void aHeaderIsReadBackAsItWasWritten() {
    EpochHeader header = header(1, Hash.ZEROS, members(1), 1);
    assertEquals(Optional.of(header), EpochHeader.parse(header.bytes()));
    assertArrayEquals(header.bytes(), EpochHeader.parse(header.bytes()).orElseThrow().bytes());
  }

  @Test
  void nineMembersAreTheMost() {
    assertTrue(EpochHeader.parse(header(1, Hash.ZEROS, members(8), 1).bytes()).isPresent());
    assertRefused(header(1, Hash.ZEROS, members(9), 1).bytes());
    assertRefused(header(1, Hash.ZEROS, List.of(new Visitor()), 0).bytes());
  }

  @Test
  void aByteMoreOrLessIsRefused() {
    byte[] bytes = header(1, Hash.ZEROS, members(1), 1).bytes();
    assertRefused(Arrays.copyOf(bytes, bytes.length + 1));
    for (int length = 0; length < bytes.length; length++) {
      assertRefused(Arrays.copyOf(bytes, length));
    }
  }

  @Test
  void onlyTheFirstEpochHasNoPast() {
    assertRefused(header(1, SOME, members(1), 1).bytes());
    assertRefused(header(2, Hash.ZEROS, members(1), 1).bytes());
    assertRefused(header(0, Hash.ZEROS, members(1), 1).bytes());
    assertTrue(EpochHeader.parse(header(2, SOME, members(1), 1).bytes()).isPresent());
  }

  @Test
  void membersOutOfOrderAreRefused() {
    Staff first = new Staff(1, DeviceId.fresh(), SOME);
    Staff second = new Staff(2, DeviceId.fresh(), SOME);
    assertRefused(header(1, Hash.ZEROS, List.of(new Visitor(), second, first), 1).bytes());
    assertRefused(header(1, Hash.ZEROS, List.of(new Visitor(), first, first), 1).bytes());
    assertRefused(header(1, Hash.ZEROS, List.of(first, second), 1).bytes());
  }

  @Test
  void theLeadIsAMemberOfStaff() {
    assertRefused(header(1, Hash.ZEROS, members(1), 0).bytes());
    assertRefused(header(1, Hash.ZEROS, members(1), 2).bytes());
  }

  private static List<EpochMember> members(int staff) {
    List<EpochMember> members = new ArrayList<>(List.of(new Visitor()));
    for (int slot = 1; slot <= staff; slot++) {
      members.add(new Staff(slot, DeviceId.fresh(), SOME));
    }
    return members;
  }

  private static EpochHeader header(
      long number, Hash previous, List<EpochMember> members, int lead) {
    return new EpochHeader(
        new Place(ConversationId.fresh(), number, EpochReason.CLAIM, previous),
        new Ring(SOME, SOME, "pro-mann", "self", 0),
        members,
        lead,
        new RosterMark(1, SOME),
        Instant.ofEpochMilli(1_800_000_000_123L));
  }

  private static void assertRefused(byte[] bytes) {
    assertTrue(EpochHeader.parse(bytes).isEmpty());
  }
}
