package havn.gateway;

import static havn.Eventually.get;
import static havn.Eventually.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import havn.conversation.Party;
import havn.kernel.secret.Secret;
import havn.kernel.time.SystemTime;
import havn.redis.Key;
import havn.wire.v1.DeskDown;
import havn.wire.v1.Talk;
import havn.wire.v1.VisitorDown;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Connections and processes that break in the middle of a chat.
class ResumeTest {

  private final TestPeople people = new TestPeople();
  private final TestPeople.Worker worker = people.worker();
  private TestHouse house = new TestHouse(people, SocketLimits.usual());
  private DeskClient desk = house.onDuty(worker);
  private VisitorClient visitor;

  @BeforeEach
  void talkBegins() {
    visitor = house.welcomed();
    visitor.ring();
    desk.takeAndGrant(visitor.conversation);
    visitor.await(d -> d.hasEntry() && d.getEntry().hasEpoch());
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void whatWasSaidWhileAwayComesOnceAndInOrder() {
    visitor.talk(1, 0);
    desk.await(d -> d.hasEntry() && d.getEntry().getEntry().hasTalk());
    visitor.ws.close();
    desk.await(d -> d.hasVisitor() && !d.getVisitor().getConnected());
    for (int i = 0; i < 40; i++) {
      desk.talk(visitor.conversation, 1, i);
    }
    desk.await(d -> d.hasStored() && d.getStored().getStored().getCounter() == 39);
    VisitorClient back = visitor.resume(house, 3);
    desk.await(d -> d.hasVisitor() && d.getVisitor().getConnected());
    assertEquals(43, back.await(VisitorDown::hasCaughtUp).getCaughtUp().getSeq());
    desk.talk(visitor.conversation, 1, 40);
    back.await(d -> d.hasEntry() && d.getEntry().getSeq() == 44);
    List<Integer> seqs = back.all(VisitorDown::hasEntry, d -> d.getEntry().getSeq());
    assertEquals(IntStream.rangeClosed(4, 44).boxed().toList(), seqs);
  }

  @Test
  void whoseProcessEndedWithoutAWordCountsAsConnectedForAMomentOnly() {
    visitor.ws.close();
    desk.await(d -> d.hasVisitor() && !d.getVisitor().getConnected());
    get(house.redis.order(Key.of("nodes"), "a-killed-process", now()));
    get(house.conversations.connected(visitor.conversation, Party.VISITOR, "a-killed-process"));
    house.looksAround();
    until("the process is known", () -> house.cluster.alive("a-killed-process"));
    desk.ws.close();
    DeskClient back = house.desk(worker);
    back.attach(visitor.conversation, 2);
    back.await(d -> d.hasVisitor() && d.getVisitor().getConnected());
    house.ahead = Duration.ofSeconds(16);
    house.looksAround();
    back.await(d -> d.hasVisitor() && !d.getVisitor().getConnected());
  }

  private static double now() {
    return SystemTime.wall().instant().toEpochMilli();
  }

  @Test
  void ownFramesAreReplayedSoThatAPageKnowsWhatWasStored() {
    visitor.talk(1, 0);
    visitor.talk(1, 1);
    visitor.await(d -> d.hasStored() && d.getStored().getCounter() == 1);
    VisitorClient back = visitor.resume(house, 2);
    back.await(VisitorDown::hasCaughtUp);
    List<Talk> talks =
        back.all(d -> d.hasEntry() && d.getEntry().hasTalk(), d -> d.getEntry().getTalk());
    assertEquals(
        List.of(visitor.talkFrame(1, 0, 922).getTalk(), visitor.talkFrame(1, 1, 922).getTalk()),
        talks);
  }

  @Test
  void aConnectionKilledInMidSentenceLosesNothingAndDoublesNothing() {
    VisitorClient now = visitor;
    int counter = 0;
    for (int round = 0; round < 5; round++) {
      for (int i = 0; i < 20; i++) {
        now.talk(1, counter + i);
      }
      now.ws.close();
      VisitorClient back = now.resume(house, 0);
      back.await(VisitorDown::hasCaughtUp);
      int stored =
          new HashSet<>(
                  back.all(
                      d -> d.hasEntry() && d.getEntry().hasTalk(),
                      d -> d.getEntry().getTalk().getFrame()))
              .size();
      assertTrue(stored <= counter + 20);
      for (int i = stored; i < counter + 20; i++) {
        back.talk(1, i);
      }
      counter += 20;
      int last = counter - 1;
      if (stored < counter) {
        back.await(d -> d.hasStored() && d.getStored().getCounter() == last);
      }
      now = back;
    }
    desk.await(d -> counter(d) == 99);
    // What was under way on a killed connection may be stored after its page has said it again: the
    // same bytes, which a page that reads them counts once.
    Set<ByteString> frames = new LinkedHashSet<>(desk.all(d -> counter(d) >= 0, ResumeTest::frame));
    List<Integer> counters = frames.stream().map(ResumeTest::counter).toList();
    assertEquals(IntStream.range(0, 100).boxed().toList(), counters);
  }

  private static ByteString frame(DeskDown down) {
    return down.getEntry().getEntry().getTalk().getFrame();
  }

  private static int counter(ByteString frame) {
    return (frame.byteAt(24) & 0xff) << 8 | frame.byteAt(25) & 0xff;
  }

  /// The counter of a talk frame; -1 of anything else.
  private static int counter(DeskDown down) {
    return down.hasEntry() && down.getEntry().getEntry().hasTalk() ? counter(frame(down)) : -1;
  }

  @Test
  void aWrongCapabilityIsRefusedLikeAnUnknownConversation() {
    VisitorClient stranger = house.visitor();
    stranger.conversation = visitor.conversation;
    stranger.capability = Secret.fresh();
    stranger.resume(0);
    assertEquals(3521, stranger.closeCode());
    VisitorClient lost = house.visitor();
    lost.resume(0);
    assertEquals(3521, lost.closeCode());
    desk.talk(visitor.conversation, 1, 0);
    visitor.await(d -> d.hasEntry() && d.getEntry().hasTalk());
  }

  @Test
  void aSecondConnectionOfTheSamePageEndsTheFirst() {
    VisitorClient second = visitor.resume(house, 2);
    second.await(VisitorDown::hasCaughtUp);
    assertEquals(3540, visitor.closeCode());
    second.talk(1, 0);
    second.await(VisitorDown::hasStored);
  }

  @Test
  void afterARestartOfTheServerTheChatGoesOn() {
    visitor.talk(1, 0);
    desk.talk(visitor.conversation, 1, 0);
    visitor.await(VisitorDown::hasStored);
    desk.await(DeskDown::hasStored);
    house.close();
    assertEquals(3000, visitor.closeCode());
    assertEquals(3000, desk.closeCode());

    house = new TestHouse(people, SocketLimits.usual());
    desk = house.desk(worker);
    DeskDown taken = desk.await(DeskDown::hasTaken);
    assertEquals(1, taken.getTaken().getEpoch());
    desk.dutyOn();
    desk.await(d -> d.hasDuty() && d.getDuty().getLoad() == 1);
    desk.attach(visitor.conversation, 2);
    assertEquals(4, desk.await(DeskDown::hasCaughtUp).getCaughtUp().getSeq());
    VisitorClient back = visitor.resume(house, 4);
    back.await(d -> d.hasStaff() && d.getStaff().getConnected());
    back.await(VisitorDown::hasCaughtUp);
    desk.await(d -> d.hasVisitor() && d.getVisitor().getConnected());
    desk.epoch(visitor.conversation, taken.getTaken().getFence(), 2);
    back.await(d -> d.hasEntry() && d.getEntry().hasEpoch());
    back.talk(2, 0);
    desk.await(d -> d.hasEntry() && d.getEntry().getEntry().getSeq() == 6);
    desk.talk(visitor.conversation, 2, 0);
    back.await(d -> d.hasEntry() && d.getEntry().getSeq() == 7);
  }

  @Test
  void whoComesBackAfterTheEndGetsTheLastEntryAndIsToldThatItIsOver() {
    visitor.ws.close();
    desk.await(d -> d.hasVisitor() && !d.getVisitor().getConnected());
    desk.end(visitor.conversation);
    desk.await(d -> d.hasEntry() && d.getEntry().getEntry().getEndValue() == 2);
    VisitorClient back = visitor.resume(house, 2);
    back.await(d -> d.hasEntry() && d.getEntry().getEndValue() == 2);
    assertEquals(3541, back.closeCode());
  }
}
