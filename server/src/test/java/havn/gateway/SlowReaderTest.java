package havn.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.wire.Samples;
import havn.wire.v1.DeskDown;
import havn.wire.v1.DeskTalk;
import havn.wire.v1.DeskUp;
import havn.wire.v1.VisitorDown;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A client that does not read, or not fast enough, costs a bounded amount of memory and loses
/// nothing.
class SlowReaderTest {

  private final TestPeople people = new TestPeople();
  private final TestHouse house =
      new TestHouse(
          people,
          new SocketLimits(
              100, 64, 262_144, 10_000, Duration.ofSeconds(10), Duration.ofSeconds(15)));
  private final DeskClient desk = house.onDuty(people.worker());

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void whoReadsTooSlowlyIsEndedWithItsNumberAndFindsEverythingLater() {
    VisitorClient slow = talking();
    VisitorClient neighbour = talking();
    slow.ws.pause();
    int counter = 0;
    while (desk.all(d -> gone(d, slow), d -> d).isEmpty()) {
      assertTrue(counter < 1_500, "the slow reader is never ended");
      say(slow, counter);
      int now = counter++;
      desk.await(d -> d.hasStored() && d.getStored().getStored().getCounter() == now);
    }
    neighbour.talk(1, 0);
    neighbour.await(VisitorDown::hasStored);
    slow.ws.resume();
    assertEquals(3001, slow.closeCode());
    VisitorClient back = slow.resume(house, 0);
    assertEquals(counter + 2, back.await(VisitorDown::hasCaughtUp).getCaughtUp().getSeq());
    assertEquals(counter, back.all(d -> d.getEntry().hasTalk(), d -> 1).size());
  }

  @Test
  void aLongReplayFlowsAtTheReadersPace() {
    VisitorClient visitor = talking();
    visitor.ws.close();
    for (int i = 0; i < 300; i++) {
      say(visitor, i);
    }
    desk.await(d -> d.hasStored() && d.getStored().getStored().getCounter() == 299);
    VisitorClient back = visitor.resume(house, 0);
    assertEquals(302, back.await(VisitorDown::hasCaughtUp).getCaughtUp().getSeq());
    assertEquals(302, back.all(VisitorDown::hasEntry, d -> 1).size());
  }

  private VisitorClient talking() {
    VisitorClient visitor = house.inChatWith(desk);
    visitor.await(d -> d.hasEntry() && d.getEntry().hasEpoch());
    return visitor;
  }

  private void say(VisitorClient to, int counter) {
    desk.send(
        DeskUp.newBuilder()
            .setTalk(
                DeskTalk.newBuilder()
                    .setTalk(
                        Samples.talk(Samples.sealed(to.conversation, 1, 1, counter, 16_186), true)))
            .build());
  }

  private static boolean gone(DeskDown down, VisitorClient visitor) {
    return down.hasVisitor()
        && !down.getVisitor().getConnected()
        && visitor.conversation.equals(
            havn.kernel.id.ConversationId.of(down.getVisitor().getConversation().toByteArray())
                .orElseThrow());
  }
}
