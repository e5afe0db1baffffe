package havn.gateway;

import static havn.Eventually.get;
import static havn.Eventually.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import havn.conversation.Conversation;
import havn.conversation.Stage;
import havn.duty.Staffing;
import havn.redis.Cable;
import havn.redis.TestRedis;
import havn.wire.Samples;
import havn.wire.v1.DeskDown;
import havn.wire.v1.DeskTaken;
import havn.wire.v1.EndReason;
import havn.wire.v1.InvitationKind;
import havn.wire.v1.VisitorDown;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The process of a worker is killed after its first command to Redis, after its second, and so on,
/// until what it was doing is done. The steps are counted, not named: a new one is covered by
/// itself.
class KilledInEveryStepTest {

  private static final SocketLimits QUICK =
      new SocketLimits(300, 256, 1_048_576, 50, Duration.ofSeconds(10), Duration.ofMillis(200));

  private static final int MOST_STEPS = 60;

  private final TestPeople people = new TestPeople();
  private final TestRedis redis = TestRedis.own();
  private final TestHouse here = new TestHouse(people, QUICK, redis.settings());
  private Cable cable = new Cable(redis.settings());
  private TestHouse there = process();
  private VisitorClient visitor = here.welcomed();

  /// Being left and standing in front takes its time; it is gone through once.
  private boolean wasLeft;

  @AfterEach
  void close() {
    here.close();
    there.kill();
    cable.close();
    redis.stop();
  }

  private TestHouse process() {
    return new TestHouse(people, SocketLimits.usual(), cable.settings(), here.ahead);
  }

  /// Another process comes, from which this one learns that it is a minute later.
  private void killed() {
    there.kill();
    cable.close();
    here.ahead = here.ahead.plusSeconds(60);
    here.looksAround();
    until("it is known to be gone", () -> here.cluster.others().isEmpty());
    cable = new Cable(redis.settings());
    there = process();
  }

  @Test
  void whoeverIsBeingTakenIsInTheLineOrToldAndNoPlaceIsLost() {
    inEveryStep(
        6,
        (cut, step) -> {
          TestPeople.Worker kari = people.worker();
          DeskClient karis = there.onDuty(kari);
          visitor.ring();
          visitor.await(VisitorDown::hasWaiting);
          cut.run();
          karis.take(visitor.conversation);
          boolean done = came(karis, DeskDown::hasTaken) && opens(karis, 1);
          killed();
          aMinuteLater(step, kari);
          return done;
        });
  }

  @Test
  void whoeverIsInDangerAndIsBeingTakenStandsInFrontOrHasOthersCalled() {
    inEveryStep(
        6,
        (cut, step) -> {
          TestPeople.Worker kari = people.worker();
          DeskClient karis = there.onDuty(kari);
          visitor.ring();
          visitor.inDanger();
          visitor.await(d -> d.hasWaiting() && d.getWaiting().getDanger());
          cut.run();
          karis.take(visitor.conversation);
          boolean done = came(karis, KilledInEveryStepTest::callsOthers);
          killed();
          visitor.beat();
          DeskClient other = here.onDuty(people.worker());
          until(
              step + " in front, or others are called",
              () -> offered(other) || other.has(KilledInEveryStepTest::callsOthers));
          visitor.leave();
          assertEquals(3541, visitor.closeCode(), step);
          visitor = here.welcomed();
          over(step, other, kari);
          return done;
        });
  }

  private static boolean callsOthers(DeskDown down) {
    return down.hasDanger() && down.getDanger().getItemsCount() == 1;
  }

  /// A story of a process that ends on the way.
  private interface Story {

    /// Answers whether it came to its end before the cut.
    ///
    /// @param cut from now on the process has as many commands as this time is let
    boolean tell(Runnable cut, String step);
  }

  /// Tells a story that is cut after one command, after two, and so on, until it is not.
  ///
  /// @param fewest commands that it takes at least
  private void inEveryStep(int fewest, Story story) {
    int steps = 0;
    for (boolean done = false; !done; ) {
      steps++;
      assertTrue(steps < MOST_STEPS, "it never comes to an end");
      there.ahead = here.ahead;
      int most = steps;
      done = story.tell(() -> cable.cutAfter(most), "after step " + steps);
    }
    assertTrue(steps >= fewest, "of " + steps + " steps");
  }

  @Test
  void whoeverIsBeingHandedOverIsToldAndNobodyLeadsTwice() {
    inEveryStep(
        6,
        (cut, step) -> {
          TestPeople.Worker per = people.worker();
          DeskClient karis = here.onDuty(people.worker());
          long fence = talking(karis);
          DeskClient pers = there.onDuty(per);
          cut.run();
          karis.invite(visitor.conversation, fence, per, InvitationKind.HANDOVER);
          boolean done = came(pers, DeskDown::hasInvitation) && comesIn(pers);
          killed();
          handedOver(step, karis, per);
          return done;
        });
  }

  /// The visitor is taken, and can read.
  private long talking(DeskClient desk) {
    visitor.ring();
    long fence = desk.takeAndGrant(visitor.conversation).getFence();
    visitor.await(d -> d.hasEntry() && d.getEntry().hasEpoch());
    return fence;
  }

  @Test
  void whoeverAsksAColleagueInDiesAndTheColleagueComesOrIsAskedAgain() {
    inEveryStep(
        3,
        (cut, step) -> {
          TestPeople.Worker kari = people.worker();
          TestPeople.Worker per = people.worker();
          DeskClient karis = there.onDuty(kari);
          long fence = talking(karis);
          DeskClient pers = here.onDuty(per);
          cut.run();
          karis.invite(visitor.conversation, fence, per, InvitationKind.HANDOVER);
          boolean done = came(pers, DeskDown::hasInvitation);
          killed();
          askedIn(step, kari, fence, pers);
          return done;
        });
  }

  /// The visitor knows that whoever asked is lost, and whoever was asked can still take over.
  private void askedIn(String step, TestPeople.Worker lost, long fence, DeskClient asked) {
    until(step + " told", this::told);
    if (!asked.has(DeskDown::hasInvitation)) {
      DeskClient back = here.onDuty(lost);
      back.attach(visitor.conversation, 0);
      visitor.await(d -> d.hasStaff() && d.getStaff().getConnected());
      back.invite(visitor.conversation, fence, asked.worker, InvitationKind.HANDOVER);
      asked.await(DeskDown::hasInvitation);
      back.dutyOff();
    }
    assertTrue(comesIn(asked), step);
    asked.end(visitor.conversation);
    assertEquals(3541, visitor.closeCode(), step);
    visitor = here.welcomed();
    over(step, asked, lost);
  }

  @Test
  void whoeverRingsThroughAProcessThatDiesHasTheirPlaceOrRingsAgainAndNoPlaceIsLeft() {
    inEveryStep(
        3,
        (cut, step) -> {
          DeskClient karis = here.onDuty(people.worker());
          VisitorClient ringing = there.welcomed();
          cut.run();
          ringing.send(Samples.ring(Samples.card(here.service.slug())));
          until("a place or a cut", () -> ringing.has(VisitorDown::hasWaiting) || cable.isCut());
          boolean done = !cable.isCut();
          killed();
          isTakenAndOver(step, karis, comesBack(step, ringing));
          return done;
        });
  }

  @Test
  void whoeverWasLeftAndRingsThroughAProcessThatDiesStandsInFrontAllTheSame() {
    inEveryStep(
        4,
        (cut, step) -> {
          DeskClient karis = here.onDuty(people.worker());
          talking(karis);
          VisitorClient left = visitor;
          Conversation chat = get(here.conversations.find(left.conversation)).orElseThrow();
          get(here.encounters.end(chat, EndReason.STAFF_SILENT));
          visitor = here.welcomed();
          visitor.ring();
          VisitorClient ringing = there.welcomed();
          cut.run();
          ringing.sendAgain(left);
          until("a place or a cut", () -> ringing.has(VisitorDown::hasWaiting) || cable.isCut());
          boolean done = !cable.isCut();
          killed();
          VisitorClient back = comesBack(step, ringing, left);
          back.await(d -> d.hasWaiting() && d.getWaiting().getPosition() == 1);
          isTakenAndOver(step, karis, back);
          return done;
        });
  }

  /// Whoever knows their conversation has its place; whoever does not shows the same proof again.
  private VisitorClient comesBack(String step, VisitorClient ringing, VisitorClient left) {
    if (!ringing.has(VisitorDown::hasRung)) {
      VisitorClient anew = here.welcomed();
      anew.ringAgain(left);
      return anew;
    }
    return comesBack(step, ringing);
  }

  private void isTakenAndOver(String step, DeskClient karis, VisitorClient back) {
    visitor.leave();
    visitor = back;
    karis.await(DeskDown::hasLine);
    karis.takeAndGrant(back.conversation);
    here.passing(
        step + " a place that its page does not know of is given up",
        () -> get(here.lines.length(here.service)) == 0);
    karis.end(back.conversation);
    assertEquals(3541, back.closeCode(), step);
    visitor = here.welcomed();
    over(step, karis, people.worker());
    assertEquals(List.of(), get(here.conversations.heldBy(karis.worker.device())), step);
  }

  /// Whoever knows their conversation has its place; whoever does not rings anew.
  private VisitorClient comesBack(String step, VisitorClient ringing) {
    if (!ringing.has(VisitorDown::hasRung)) {
      VisitorClient anew = here.welcomed();
      anew.ring();
      return anew;
    }
    ringing.knows(ringing.all(VisitorDown::hasRung, rung -> rung).getFirst());
    VisitorClient back = ringing.resume(here, 0);
    until(step + " in its place", () -> back.has(VisitorDown::hasWaiting) || !back.isOpen());
    assertTrue(back.isOpen(), step);
    return back;
  }

  private boolean comesIn(DeskClient desk) {
    desk.answer(visitor.conversation, true);
    return came(desk, DeskDown::hasTaken) && opens(desk, 2);
  }

  /// Whoever leads the chat makes an epoch of it.
  private boolean opens(DeskClient desk, int number) {
    DeskTaken taken = lastTaken(desk);
    desk.statement(visitor.conversation, taken.getFence());
    desk.epoch(visitor.conversation, taken.getFence(), number, taken.getSlot());
    return came(
        desk, d -> d.hasEntry() && d.getEntry().getEntry().hasEpoch() && epoch(d) == number);
  }

  private static int epoch(DeskDown down) {
    return down.getEntry().getEntry().getEpoch().getHeader().asReadOnlyByteBuffer().getInt(17);
  }

  /// Whether it comes before the cable is cut.
  private boolean came(DeskClient desk, Predicate<DeskDown> message) {
    until("an answer or a cut", () -> desk.has(message) || cable.isCut());
    return desk.has(message) && !cable.isCut();
  }

  private static DeskTaken lastTaken(DeskClient desk) {
    return desk.all(DeskDown::hasTaken, DeskDown::getTaken).getLast();
  }

  private void aMinuteLater(String step, TestPeople.Worker lost) {
    visitor.beat();
    DeskClient other = here.onDuty(people.worker());
    until(step + " in the line, or told", () -> offered(other) || told());
    if (!told()) {
      other.take(visitor.conversation);
      other.await(DeskDown::hasTaken);
    } else if (!wasLeft) {
      wasLeft = true;
      leftAndBackInFront(step, other);
    }
    visitor.leave();
    assertEquals(3541, visitor.closeCode(), step);
    visitor = here.welcomed();
    over(step, other, lost);
  }

  private static boolean offered(DeskClient desk) {
    ByteString device = ByteString.copyFrom(desk.worker.device().bytes());
    return desk.has(
        d ->
            d.getLine().getItemsList().stream()
                .anyMatch(item -> item.getOfferedTo().equals(device)));
  }

  /// Whether the page knows that whoever took its visitor is not there.
  private boolean told() {
    List<VisitorDown> words = visitor.all(d -> d.hasStaff() || d.hasTaken(), d -> d);
    return !words.isEmpty()
        && words.getLast().hasStaff()
        && !words.getLast().getStaff().getConnected();
  }

  private void leftAndBackInFront(String step, DeskClient other) {
    here.ahead = here.ahead.plus(Silence.MOST);
    assertEquals(3541, visitor.closeCode(), step);
    until("the worker's next heartbeat", this::isOpen);
    VisitorClient again = here.welcomed();
    again.ringAgain(visitor);
    assertEquals(1, again.await(VisitorDown::hasWaiting).getWaiting().getPosition(), step);
    other.takeAndGrant(again.conversation);
    visitor = again;
  }

  private boolean isOpen() {
    return get(here.availability.of(here.service)).staffing() == Staffing.OPEN;
  }

  /// Whoever led still does, or the one who took over is lost and the visitor knows.
  private void handedOver(String step, DeskClient first, TestPeople.Worker second) {
    boolean moved = taken().device().equals(second.device());
    first.talk(visitor.conversation, 1, 0);
    if (moved) {
      until(step + " told", this::told);
      DeskClient back = here.onDuty(second);
      back.attach(visitor.conversation, 0);
      visitor.await(d -> d.hasStaff() && d.getStaff().getConnected());
      back.end(visitor.conversation);
      back.dutyOff();
    } else {
      first.await(d -> d.hasStored());
      first.end(visitor.conversation);
    }
    assertEquals(3541, visitor.closeCode(), step);
    visitor = here.welcomed();
    over(step, first, second);
  }

  private Stage.Taken taken() {
    Conversation found = get(here.conversations.find(visitor.conversation)).orElseThrow();
    return (Stage.Taken) found.stage();
  }

  /// Nothing is left: no place in the line, no room that a device could not get back.
  private void over(String step, DeskClient desk, TestPeople.Worker lost) {
    until(step + " the line is empty", () -> get(here.lines.length(here.service)) == 0);
    DeskClient back = here.desk(lost);
    until(step + " no room is kept", () -> get(here.conversations.heldBy(lost.device())).isEmpty());
    back.ws.close();
    desk.dutyOff();
    desk.await(d -> d.hasDuty() && !d.getDuty().getOnDuty());
  }
}
