package havn.gateway;

import static havn.Eventually.get;
import static havn.Eventually.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import havn.danger.DangerDesk.Outcome;
import havn.kernel.id.ConversationId;
import havn.kernel.secret.Secret;
import havn.redis.Key;
import havn.staff.Role;
import havn.wire.Samples;
import havn.wire.v1.Boost;
import havn.wire.v1.DangerCall;
import havn.wire.v1.DangerCaller;
import havn.wire.v1.DangerMove;
import havn.wire.v1.DeskDown;
import havn.wire.v1.EndReason;
import havn.wire.v1.InvitationKind;
import havn.wire.v1.VisitorDown;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Somebody in a running chat is in danger: others on duty are called, in two processes, until
/// somebody has come.
class DangerTest {

  private static final SocketLimits QUICK =
      new SocketLimits(300, 64, 262_144, 50, Duration.ofSeconds(10), Duration.ofMillis(300));

  private final TestPeople people = new TestPeople();
  private final TestHouse here = new TestHouse(people, QUICK);
  private final TestHouse there = new TestHouse(people, QUICK);
  private final TestPeople.Worker kari = people.worker();
  private final TestPeople.Worker per = people.worker();
  private final DeskClient karis = here.onDuty(kari);
  private final VisitorClient visitor = here.welcomed();
  private long fence;
  private boolean ended;

  @AfterEach
  void close() {
    here.close();
    if (!ended) {
      there.close();
    }
  }

  private ConversationId talking() {
    visitor.ring();
    fence = karis.takeAndGrant(visitor.conversation).getFence();
    visitor.await(d -> d.hasEntry() && d.getEntry().hasEpoch());
    return visitor.conversation;
  }

  private Outcome visitorCalls(TestHouse house) {
    var answer = get(house.danger.byVisitor(visitor.conversation, visitor.capability));
    answer.service().ifPresent(house.gateway::dangerChanged);
    return answer.outcome();
  }

  private static DangerCall called(DeskClient desk) {
    return desk.await(d -> d.hasDanger() && rings(d) == 1).getDanger().getItems(0);
  }

  private static void over(DeskClient desk) {
    desk.await(d -> d.hasDanger() && rings(d) == 0);
  }

  private static long rings(DeskDown down) {
    return down.getDanger().getItemsList().stream().filter(call -> !call.getOver()).count();
  }

  /// As many as ring now.
  private long standing() {
    return get(there.danger.look(here.service)).stream()
        .filter(havn.danger.DangerCall.Seen::stands)
        .count();
  }

  private static int refusal(DeskClient desk) {
    return desk.await(DeskDown::hasRefused).getRefused().getCodeValue();
  }

  private static ByteString device(TestPeople.Worker worker) {
    return ByteString.copyFrom(worker.device().bytes());
  }

  private void comesIn(DeskClient desk, TestPeople.Worker whom, ConversationId chat) {
    karis.invite(chat, fence, whom, InvitationKind.JOIN);
    desk.await(DeskDown::hasInvitation);
    desk.answer(chat, true);
    desk.await(DeskDown::hasTaken);
  }

  @Test
  void aVisitorCallsAndWhoeverComesFromAnotherProcessEndsTheCall() {
    DeskClient pers = there.onDuty(per);
    ConversationId chat = talking();
    assertEquals(Outcome.CALLED, visitorCalls(here));
    DangerCall heard = called(pers);
    assertEquals(device(kari), heard.getLead());
    assertEquals(TestPeople.NAME, heard.getLeadName());
    assertEquals(DangerCaller.BY_THE_VISITOR, heard.getCaller());
    assertEquals("nb", heard.getLanguage());
    assertFalse(heard.getAlone());
    assertEquals(0, called(karis).getComingCount());

    pers.danger(chat, DangerMove.CAN_COME);
    DangerCall coming = called(karis);
    assertEquals(device(per), coming.getComing(0).getDevice());
    assertEquals(TestPeople.NAME, coming.getComing(0).getName());
    comesIn(pers, per, chat);
    over(pers);
    over(karis);
    karis.ws.close();
    DangerCall marked = here.desk(kari).await(DeskDown::hasDanger).getDanger().getItems(0);
    assertTrue(marked.getOver(), "the chat stays marked");
    assertEquals(0, standing());
  }

  @Test
  void whoIsOnABreakOrFullHearsItAndMayCome() {
    DeskClient pers = there.onDuty(per);
    pers.onBreak();
    pers.await(d -> d.hasDuty() && d.getDuty().getOnBreak());
    ConversationId chat = talking();
    karis.danger(chat, DangerMove.CALL);
    assertEquals(DangerCaller.BY_STAFF_IN_CHAT, called(pers).getCaller());
    karis.invite(chat, fence, per, InvitationKind.JOIN);
    assertEquals(4005, refusal(karis));
    pers.danger(chat, DangerMove.CAN_COME);
    called(karis);
    comesIn(pers, per, chat);
    over(karis);
  }

  @Test
  void aCallOutlivesAReloadAndTheProcessThatMadeIt() {
    ConversationId chat = talking();
    there.onDuty(per).ws.close();
    assertEquals(Outcome.CALLED, visitorCallsAndTheProcessEnds());
    DeskClient back = here.onDuty(per);
    assertEquals(ByteString.copyFrom(chat.bytes()), called(back).getConversation());
    called(karis);
    karis.ws.close();
    called(here.desk(kari));
  }

  /// Nobody is told of what was stored.
  private Outcome visitorCallsAndTheProcessEnds() {
    here.onDuty(people.worker());
    Outcome outcome =
        get(there.danger.byVisitor(visitor.conversation, visitor.capability)).outcome();
    there.kill();
    ended = true;
    return outcome;
  }

  @Test
  void whereNobodyElseIsOnDutyTheLeadAndCoordinatorsAreTold() {
    DeskClient boss = there.desk(people.person(Role.COORDINATOR));
    talking();
    assertEquals(Outcome.ALONE, visitorCalls(here));
    assertTrue(called(karis).getAlone());
    DangerCall told = called(boss);
    assertTrue(told.getAlone());
    assertEquals(device(kari), told.getLead());
    DeskClient pers = there.onDuty(per);
    assertFalse(called(pers).getAlone());
    over(boss);
    assertFalse(boss.has(DeskDown::hasLine), "they see no line");
  }

  @Test
  void theLeadSaysThatItIsOverAndNobodyElseCan() {
    DeskClient pers = there.onDuty(per);
    ConversationId chat = talking();
    visitorCalls(there);
    called(pers);
    pers.danger(chat, DangerMove.OVER);
    assertEquals(4010, refusal(pers));
    karis.danger(chat, DangerMove.OVER);
    over(pers);
    over(karis);
  }

  @Test
  void aCallEndsWithItsChat() {
    DeskClient pers = there.onDuty(per);
    talking();
    visitorCalls(here);
    called(pers);
    visitor.leave();
    over(pers);
    until("nothing is remembered", () -> get(there.danger.look(here.service)).isEmpty());
  }

  @Test
  void whoeverWasInDangerInTheLineHasASecondWorkerCalledWhenTaken() {
    DeskClient pers = there.onDuty(per);
    visitor.ring(Samples.card(here.service.slug()).toBuilder().addWishes("danger").build());
    karis.takeAndGrant(visitor.conversation);
    assertEquals(DangerCaller.IN_THE_LINE, called(pers).getCaller());
    karis.danger(visitor.conversation, DangerMove.OVER);
    over(pers);
    karis.ws.close();
    DeskClient back = here.desk(kari);
    back.await(DeskDown::hasTaken);
    back.dutyOn();
    back.await(DeskDown::hasDuty);
    assertEquals(0, standing());
  }

  @Test
  void whoeverTakesTheChatOverIsAloneWithItAgain() {
    DeskClient pers = there.onDuty(per);
    ConversationId chat = talking();
    visitorCalls(here);
    called(pers);
    karis.invite(chat, fence, per, InvitationKind.HANDOVER);
    pers.await(DeskDown::hasInvitation);
    pers.answer(chat, true);
    pers.await(
        d ->
            d.hasDanger()
                && d.getDanger().getItems(0).getLead().equals(device(per))
                && !d.getDanger().getItems(0).getOver());
    assertEquals(1, standing());
  }

  @Test
  void aCallThatStandsWhenTheServiceLeavesGoesOnInTheLineAndCallsAgainWhenTaken() {
    DeskClient pers = here.onDuty(per);
    talking();
    visitorCalls(here);
    called(pers);
    here.ahead = Silence.MOST;
    visitor.await(d -> d.hasEntry() && d.getEntry().getEnd() == EndReason.STAFF_SILENT);
    VisitorClient again = here.welcomed();
    again.ringAgain(visitor);
    pers.await(
        d ->
            d.hasLine()
                && d.getLine().getItemsCount() == 1
                && d.getLine().getItems(0).getBoost() == Boost.DANGER);
    pers.takeAndGrant(again.conversation);
    DangerCall rings =
        karis
            .await(
                d ->
                    d.hasDanger()
                        && rings(d) == 1
                        && d.getDanger().getItems(0).getLead().equals(device(per)))
            .getDanger()
            .getItems(0);
    assertEquals(DangerCaller.IN_THE_LINE, rings.getCaller());
  }

  @Test
  void aCallThatCouldNotBeMadeAtTheTakingIsMadeByTheConsoleThatComesBack() {
    DeskClient pers = here.onDuty(per);
    talking();
    visitorCalls(here);
    called(pers);
    karis.onBreak();
    here.ahead = Silence.MOST;
    visitor.await(d -> d.hasEntry() && d.getEntry().getEnd() == EndReason.STAFF_SILENT);
    VisitorClient again = here.welcomed();
    again.ringAgain(visitor);
    pers.await(d -> d.hasLine() && d.getLine().getItemsCount() == 1);
    Key calls = Key.of("{s:" + here.service.slug() + "}:danger");
    get(here.redis.delete(calls));
    get(here.redis.set(calls, new byte[1], Duration.ofMinutes(1)));
    pers.take(again.conversation);
    assertEquals(3003, pers.closeCode(), "it is loaded anew");
    get(here.redis.delete(calls));
    here.desk(per);
    until("the call stands", () -> standing() == 1);
  }

  @Test
  void whoCannotComeSaysSoAndWhenNobodyIsLeftTheCoordinatorsAreTold() {
    DeskClient boss = there.desk(people.person(Role.COORDINATOR));
    DeskClient pers = there.onDuty(per);
    TestPeople.Worker ida = people.worker();
    DeskClient idas = there.onDuty(ida);
    ConversationId chat = talking();
    visitorCalls(here);
    called(pers);
    pers.danger(chat, DangerMove.CANNOT_COME);
    DangerCall reached =
        karis
            .await(d -> d.hasDanger() && d.getDanger().getItems(0).getHeardCount() == 1)
            .getDanger()
            .getItems(0);
    assertEquals(device(per), reached.getHeard(0).getDevice());
    assertFalse(reached.getAlone());
    pers.await(d -> d.hasDanger() && d.getDanger().getItems(0).getHeardCount() == 1);

    idas.danger(chat, DangerMove.CAN_COME);
    karis.await(d -> d.hasDanger() && d.getDanger().getItems(0).getComingCount() == 1);
    idas.danger(chat, DangerMove.CANNOT_COME);
    reached =
        karis
            .await(d -> d.hasDanger() && d.getDanger().getItems(0).getHeardCount() == 2)
            .getDanger()
            .getItems(0);
    assertEquals(0, reached.getComingCount());
    assertTrue(reached.getAlone());
    DangerCall told = called(boss);
    assertEquals(0, told.getHeardCount(), "who it was is for those in the chat");
    pers.danger(chat, DangerMove.CAN_COME);
    over(boss);
  }

  @Test
  void whoeverHasTwoDevicesIsAloneWithTheChatAndComesToNobodyButThemselves() {
    List<TestPeople.Worker> ida = people.twice();
    karis.ws.close();
    here.goes(kari.device());
    DeskClient laptop = here.onDuty(ida.get(0));
    DeskClient phone = there.onDuty(ida.get(1));
    visitor.ring();
    long claim = laptop.takeAndGrant(visitor.conversation).getFence();
    assertEquals(Outcome.ALONE, visitorCalls(here));
    assertTrue(called(laptop).getAlone());
    phone.danger(visitor.conversation, DangerMove.CAN_COME);
    assertEquals(4034, refusal(phone));
    visitor.await(d -> d.hasEntry() && d.getEntry().hasEpoch());
    laptop.invite(visitor.conversation, claim, ida.get(1), InvitationKind.JOIN);
    phone.await(DeskDown::hasInvitation);
    phone.answer(visitor.conversation, true);
    phone.await(DeskDown::hasTaken);
    assertEquals(1, standing());
  }

  @Test
  void whoComesToHelpOnABreakIsNotGivenTheWholeChat() {
    DeskClient pers = there.onDuty(per);
    pers.onBreak();
    pers.await(d -> d.hasDuty() && d.getDuty().getOnBreak());
    ConversationId chat = talking();
    visitorCalls(here);
    called(pers);
    pers.danger(chat, DangerMove.CAN_COME);
    karis.await(d -> d.hasDanger() && d.getDanger().getItems(0).getComingCount() == 1);
    karis.invite(chat, fence, per, InvitationKind.HANDOVER);
    assertEquals(4005, refusal(karis));
  }

  @Test
  void aForgedCallRingsNobody() {
    DeskClient pers = there.onDuty(per);
    ConversationId chat = talking();
    pers.danger(chat, DangerMove.CALL);
    assertEquals(4010, refusal(pers));
    pers.danger(ConversationId.fresh(), DangerMove.CALL);
    assertEquals(4010, refusal(pers));
    pers.danger(chat, DangerMove.CAN_COME);
    assertEquals(4034, refusal(pers));
    pers.danger(chat, DangerMove.DANGER_MOVE_UNSPECIFIED);
    assertEquals(4034, refusal(pers));
    assertEquals(Outcome.NOT_IN_CHAT, get(here.danger.byVisitor(chat, Secret.fresh())).outcome());
    VisitorClient waiting = here.welcomed();
    waiting.ring();
    waiting.await(VisitorDown::hasWaiting);
    assertEquals(
        Outcome.NOT_IN_CHAT,
        get(here.danger.byVisitor(waiting.conversation, waiting.capability)).outcome());
    assertEquals(0, standing());
  }

  @Test
  void aFloodOfTapsRingsThreeTimesInAChat() {
    DeskClient pers = there.onDuty(per);
    ConversationId chat = talking();
    for (int time = 0; time < 3; time++) {
      visitorCalls(here);
      visitorCalls(there);
      assertEquals(1, standing());
      called(pers);
      karis.danger(chat, DangerMove.OVER);
      over(pers);
    }
    assertEquals(Outcome.ENOUGH, visitorCalls(here));
    assertEquals(0, standing());
  }
}
