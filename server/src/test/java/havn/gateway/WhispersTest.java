package havn.gateway;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import havn.kernel.id.ConversationId;
import havn.redis.Key;
import havn.wire.Samples;
import havn.wire.v1.DeskDown;
import havn.wire.v1.DeskUp;
import havn.wire.v1.DeskWhisper;
import havn.wire.v1.EndReason;
import havn.wire.v1.InvitationKind;
import havn.wire.v1.VisitorDown;
import havn.wire.v1.WhisperEntry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Words between colleagues in one chat reach them and nobody else, on one process and across two.
class WhispersTest {

  enum Where {
    ONE_PROCESS,
    TWO_PROCESSES
  }

  private static final SocketLimits QUICK =
      new SocketLimits(300, 64, 262_144, 50, Duration.ofSeconds(10), Duration.ofMillis(300));

  private final TestPeople people = new TestPeople();
  private final TestHouse here = new TestHouse(people, QUICK);
  private final TestHouse there = new TestHouse(people, QUICK);
  private final TestPeople.Worker kari = people.worker();
  private final TestPeople.Worker per = people.worker();
  private final DeskClient karis = here.onDuty(kari);
  private final VisitorClient visitor = here.welcomed();
  private DeskClient pers = karis;
  private ConversationId chat = ConversationId.fresh();
  private long fence;

  @AfterEach
  void close() {
    here.close();
    there.close();
  }

  private TestHouse house(Where where) {
    return where == Where.ONE_PROCESS ? here : there;
  }

  /// Kari leads in slot 1, Per is beside her in slot 2, epoch 1 runs and has a key.
  private void together(Where where) {
    pers = house(where).onDuty(per);
    visitor.ring();
    chat = visitor.conversation;
    fence = karis.takeAndGrant(chat).getFence();
    karis.invite(chat, fence, per, InvitationKind.JOIN);
    pers.await(DeskDown::hasInvitation);
    pers.answer(chat, true);
    assertEquals(2, pers.await(DeskDown::hasTaken).getTaken().getSlot());
    pers.await(DeskDown::hasWhispersCaughtUp);
    karis.whisperKey(chat, fence, 1);
    assertTrue(heard(karis, 1).hasKey());
    assertEquals(Samples.whisperKey(1), heard(pers, 1).getKey());
  }

  private static WhisperEntry heard(DeskClient desk, int seq) {
    return desk.await(d -> d.hasWhisper() && d.getWhisper().getEntry().getSeq() == seq)
        .getWhisper()
        .getEntry();
  }

  private static int refusal(DeskClient desk) {
    return desk.await(DeskDown::hasRefused).getRefused().getCodeValue();
  }

  private Key key() {
    return Key.of("{c:" + chat.hex() + "}:whispers");
  }

  @ParameterizedTest
  @EnumSource
  void reachWhoIsInTheChatAndNothingOfThemReachesTheVisitor(Where where) {
    together(where);
    pers.whisper(chat, 1, 2, 0);
    var stored = pers.await(DeskDown::hasWhisperStored).getWhisperStored().getStored();
    assertEquals(
        List.of(2, 1, 2, 0),
        List.of(stored.getSeq(), stored.getEpoch(), stored.getSlot(), stored.getCounter()));
    ByteString frame = Samples.sealed(chat, 1, 2, 0, 922);
    assertEquals(frame, heard(karis, 2).getWhisper().getFrame());
    karis.whisper(chat, 1, 1, 0);
    heard(pers, 3);

    karis.talk(chat, 1, 0);
    visitor.await(d -> d.hasEntry() && d.getEntry().hasTalk() && d.getEntry().getSeq() == 3);
    VisitorClient again = visitor.resume(here, 0);
    again.await(VisitorDown::hasCaughtUp);
    for (VisitorClient page : List.of(visitor, again)) {
      for (VisitorDown down : page.all(d -> true, d -> d)) {
        assertFalse(contains(down.toByteArray(), frame.toByteArray()));
        assertFalse(contains(down.toByteArray(), Samples.whisperKey(1).getGrant().toByteArray()));
      }
    }
    assertEquals(3, get(here.conversations.log(chat).read(1, 100)).size());
  }

  private static boolean contains(byte[] bytes, byte[] part) {
    return ByteString.copyFrom(bytes)
        .toString(java.nio.charset.StandardCharsets.ISO_8859_1)
        .contains(ByteString.copyFrom(part).toString(java.nio.charset.StandardCharsets.ISO_8859_1));
  }

  @ParameterizedTest
  @EnumSource
  void haveOneKeyForEachEpochAndOnlyTheLeadGivesIt(Where where) {
    together(where);
    karis.whisperKey(chat, fence, 1);
    assertEquals(4004, refusal(karis));
    karis.whisperKey(chat, fence, 2);
    assertEquals(4004, refusal(karis));
    karis.whisperKey(chat, fence + 1, 1);
    assertEquals(4004, refusal(karis));
    pers.whisperKey(chat, fence, 1);
    assertEquals(4010, refusal(pers));
    karis.epoch(chat, fence, 2);
    karis.await(d -> d.hasEntry() && d.getEntry().getEntry().getSeq() == 3);
    karis.whisperKey(chat, fence, 2);
    assertEquals(2, heard(pers, 2).getKey().getEpoch());
  }

  @ParameterizedTest
  @EnumSource
  void areNotForWhoIsOutOfTheChat(Where where) {
    together(where);
    DeskClient solveigs = house(where).onDuty(people.worker());
    solveigs.whisper(chat, 1, 3, 0);
    assertEquals(4010, refusal(solveigs));
    solveigs.attach(chat, 0);
    assertEquals(4010, refusal(solveigs));
    pers.leave(chat);
    pers.await(DeskDown::hasLeft);
    pers.whisper(chat, 1, 2, 0);
    assertEquals(4010, refusal(pers));
    assertEquals(List.of(), get(here.whispers.read(chat, per.device(), 1, 10)));
    karis.whisper(chat, 1, 1, 0);
    karis.await(DeskDown::hasWhisperStored);
    karis.talk(chat, 1, 0);
    visitor.await(d -> d.hasEntry() && d.getEntry().hasTalk());
    pers.dutyOn();
    pers.await(DeskDown::hasDuty);
    assertEquals(1, pers.all(DeskDown::hasWhisper, d -> d).size());
  }

  @ParameterizedTest
  @EnumSource
  void inASlotOfSomebodyElseCloseTheConnection(Where where) {
    together(where);
    pers.whisper(chat, 1, 1, 0);
    assertEquals(3506, pers.closeCode());
  }

  @ParameterizedTest
  @EnumSource
  void areReadFromWhereAConsoleWasWhenItComesBack(Where where) {
    together(where);
    karis.whisper(chat, 1, 1, 0);
    heard(pers, 2);
    pers.ws.close();
    karis.whisper(chat, 1, 1, 1);
    karis.await(d -> d.hasWhisperStored() && d.getWhisperStored().getStored().getSeq() == 3);
    DeskClient back = house(where).desk(per);
    back.await(DeskDown::hasTaken);
    back.attach(chat, 0, 2);
    assertEquals(3, back.await(DeskDown::hasWhispersCaughtUp).getWhispersCaughtUp().getSeq());
    assertEquals(
        List.of(3), back.all(DeskDown::hasWhisper, d -> d.getWhisper().getEntry().getSeq()));
  }

  @ParameterizedTest
  @EnumSource
  void areGoneWhenTheConversationEnds(Where where) {
    together(where);
    assertTrue(get(here.redis.exists(key())));
    visitor.leave();
    karis.await(d -> d.hasEntry() && d.getEntry().getEntry().getEnd() == EndReason.BY_VISITOR);
    assertFalse(get(here.redis.exists(key())));
  }

  @ParameterizedTest
  @EnumSource
  void areNoWordOfAVisitorsPage(Where where) {
    together(where);
    visitor.send(
        DeskUp.newBuilder()
            .setWhisper(
                DeskWhisper.newBuilder()
                    .setWhisper(Samples.talk(Samples.sealed(chat, 1, 0, 0, 922), false)))
            .build());
    assertEquals(3502, visitor.closeCode());
  }
}
