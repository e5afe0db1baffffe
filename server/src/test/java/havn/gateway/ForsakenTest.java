package havn.gateway;

import static havn.Eventually.get;
import static havn.Eventually.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.conversation.Party;
import havn.conversation.Stage;
import havn.kernel.time.SystemTime;
import havn.redis.Key;
import havn.redis.TestRedis;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A chat whose visitor is gone, and whose worker's process was killed, is ended by another one.
class ForsakenTest {

  private final TestPeople people = new TestPeople();
  private final TestHouse here = new TestHouse(people, TestHouse.QUICK);
  private final TestHouse there =
      new TestHouse(people, TestHouse.QUICK, TestRedis.shared().settings());
  private final TestPeople.Worker worker = people.worker();
  private VisitorClient visitor;
  private DeskClient desk;

  @BeforeEach
  void talkBegins() {
    desk = there.onDuty(worker);
    visitor = there.welcomed();
    visitor.ring();
    desk.takeAndGrant(visitor.conversation);
    visitor.await(d -> d.hasEntry() && d.getEntry().hasEpoch());
    until("both are noted", () -> connected(Party.VISITOR) && connected(Party.STAFF));
  }

  private boolean connected(Party party) {
    return get(here.conversations.find(visitor.conversation))
        .filter(chat -> !(party == Party.VISITOR ? chat.visitorNode() : chat.staffNode()).isEmpty())
        .isPresent();
  }

  @AfterEach
  void close() {
    there.kill();
    here.close();
  }

  /// Nobody is told, nothing is written; the others notice after a while.
  private void killed() {
    there.kill();
    get(here.redis.dropFromOrder(Key.of("nodes"), there.cluster.id()));
    here.looksAround();
    until("it is missed", () -> !here.cluster.alive(there.cluster.id()));
  }

  private boolean goesOn() {
    return get(here.conversations.find(visitor.conversation))
        .filter(chat -> chat.stage() instanceof Stage.Taken)
        .isPresent();
  }

  @Test
  void anHourAfterItsProcessWasKilledAndNobodyCameBack() {
    killed();
    assertEquals(0, get(here.gateway.endForsaken()));
    here.ahead = Quiet.MOST.minusSeconds(1);
    assertEquals(0, get(here.gateway.endForsaken()));
    assertTrue(goesOn());
    here.ahead = Quiet.MOST.plusSeconds(5);
    assertEquals(1, get(here.gateway.endForsaken()));
    assertTrue(!goesOn());
    assertEquals(List.of(), get(here.conversations.heldBy(worker.device())));
    assertEquals(0, get(here.gateway.endForsaken()));
  }

  @Test
  void neverWhileSomebodyIsConnectedToAnyProcess() {
    killed();
    assertEquals(0, get(here.gateway.endForsaken()));
    here.ahead = Duration.ofHours(2);
    get(here.redis.order(Key.of("nodes"), "another-process1", now()));
    get(here.conversations.connected(visitor.conversation, Party.STAFF, "another-process1"));
    here.looksAround();
    until("it is known", () -> here.cluster.alive("another-process1"));
    assertEquals(0, get(here.gateway.endForsaken()));
    assertTrue(goesOn());
  }

  @Test
  void neverWhileAVisitorIsConnectedOfWhomTheStoreWasToldSomethingElse() {
    killed();
    assertEquals(0, get(here.gateway.endForsaken()));
    visitor.resume(here, 1);
    until("the visitor is noted", this::connectedHere);
    get(here.conversations.connected(visitor.conversation, Party.VISITOR, "a-process-of-old"));
    get(here.conversations.apart(visitor.conversation, here.now()));
    here.ahead = Quiet.MOST.plusSeconds(5);
    assertEquals(0, get(here.gateway.endForsaken()));
    assertTrue(goesOn());
    assertTrue(connectedHere(), "put right");
    beginsAnew();
  }

  @Test
  void whatAnotherProcessNotedWhileItSawNobodyCountsNoLongerOnceSomebodyIsSeen() {
    killed();
    visitor.resume(here, 1);
    until("the visitor is noted", this::connectedHere);
    get(here.conversations.apart(visitor.conversation, here.now()));
    assertEquals(0, get(here.gateway.endForsaken()));
    here.ahead = Quiet.MOST.plusSeconds(5);
    beginsAnew();
  }

  private void beginsAnew() {
    Instant now = here.now().truncatedTo(ChronoUnit.MILLIS);
    assertEquals(Optional.of(now), get(here.conversations.apart(visitor.conversation, now)));
  }

  @Test
  void aProcessThatIsNotedWithoutHoldingAnybodySaysSo() {
    killed();
    get(here.conversations.connected(visitor.conversation, Party.STAFF, here.cluster.id()));
    assertEquals(0, get(here.gateway.endForsaken()));
    assertTrue(!connected(Party.STAFF));
    here.ahead = Quiet.MOST.plusSeconds(5);
    assertEquals(1, get(here.gateway.endForsaken()));
  }

  private double now() {
    return SystemTime.wall().instant().plus(here.ahead).toEpochMilli();
  }

  @Test
  void whoeverComesBackBeginsTheHourAnew() {
    killed();
    assertEquals(0, get(here.gateway.endForsaken()));
    here.ahead = Duration.ofMinutes(50);
    VisitorClient back = visitor.resume(here, 1);
    until("the visitor is noted", this::connectedHere);
    here.ahead = Duration.ofMinutes(70);
    assertEquals(0, get(here.gateway.endForsaken()));
    back.ws.close();
    until("the visitor is gone", () -> !connectedHere());
    assertEquals(0, get(here.gateway.endForsaken()));
    assertTrue(goesOn());
  }

  private boolean connectedHere() {
    return get(here.conversations.find(visitor.conversation))
        .filter(chat -> chat.visitorNode().equals(here.cluster.id()))
        .isPresent();
  }
}
