package havn.gateway;

import static havn.Eventually.get;
import static havn.Eventually.until;
import static org.junit.jupiter.api.Assertions.assertEquals;

import havn.danger.DangerDesk.Outcome;
import havn.wire.Samples;
import havn.wire.v1.DangerMove;
import havn.wire.v1.DeskDown;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A call for help rings in consoles that nobody looks at: their people are texted.
class DangerUnseenTest {

  private final TestPeople people = new TestPeople();
  private final TestHouse house = new TestHouse(people, TestHouse.QUICK);
  private final DeskClient karis = house.onDuty(people.worker());
  private final VisitorClient visitor = house.welcomed();

  @AfterEach
  void close() {
    house.close();
  }

  private void talking() {
    visitor.ring();
    karis.takeAndGrant(visitor.conversation);
  }

  private void visitorCalls() {
    var answer = get(house.danger.byVisitor(visitor.conversation, visitor.capability));
    assertEquals(Outcome.CALLED, answer.outcome());
    answer.service().ifPresent(house.gateway::dangerChanged);
  }

  private static void heard(DeskClient desk) {
    desk.await(d -> d.hasDanger() && d.getDanger().getItemsCount() == 1);
  }

  private int told() {
    return house.calls.toldOfDanger.size();
  }

  @Test
  void onceAndNotWhoeverLooks() {
    DeskClient pers = house.onDuty(people.worker());
    DeskClient idas = house.onDuty(people.worker());
    talking();
    pers.hidden(true);
    visitorCalls();
    until("one is texted", () -> told() == 1);
    heard(idas);
    visitorCalls();
    karis.hidden(true);
    until("the lead is, too, since the visitor called", () -> told() == 2);
    pers.hidden(false);
    pers.hidden(true);
    idas.hidden(true);
    until("so is who looks away while it stands", () -> told() == 3);
  }

  @Test
  void atOnceAlsoWhileSomebodyInDangerWaitsInTheLineAndNotWhoeverLooks() {
    DeskClient pers = house.onDuty(people.worker());
    pers.hidden(true);
    visitor.ring(Samples.card(house.service.slug()).toBuilder().addWishes("danger").build());
    until("one is texted", () -> told() == 1);
    karis.hidden(true);
    until("so is who looks away while they wait", () -> told() == 2);
    assertEquals(List.of(), house.calls.called);
  }

  @Test
  void notWhoeverSaidThatTheyHeardItNorTheLeadWhoCalled() {
    DeskClient pers = house.onDuty(people.worker());
    DeskClient idas = house.onDuty(people.worker());
    talking();
    karis.danger(visitor.conversation, DangerMove.CALL);
    heard(pers);
    pers.danger(visitor.conversation, DangerMove.CANNOT_COME);
    karis.await(d -> d.hasDanger() && d.getDanger().getItems(0).getHeardCount() == 1);
    pers.hidden(true);
    karis.hidden(true);
    idas.hidden(true);
    until("only the one who did neither is texted", () -> told() == 1);
    karis.danger(visitor.conversation, DangerMove.OVER);
    idas.await(DeskDown::hasDanger);
    assertEquals(1, told());
  }

  @Test
  void notWhoeverAnsweredWithAnotherOfTheirDevicesOrIsInTheChatWithOne() {
    List<TestPeople.Worker> two = people.twice();
    DeskClient phone = house.onDuty(two.getFirst());
    DeskClient desk = house.onDuty(two.getLast());
    List<TestPeople.Worker> leads = people.twice();
    DeskClient lead = house.onDuty(leads.getFirst());
    DeskClient leadsPhone = house.onDuty(leads.getLast());
    visitor.ring();
    lead.takeAndGrant(visitor.conversation);
    lead.danger(visitor.conversation, DangerMove.CALL);
    heard(desk);
    desk.danger(visitor.conversation, DangerMove.CANNOT_COME);
    lead.await(d -> d.hasDanger() && d.getDanger().getItems(0).getHeardCount() == 1);
    phone.hidden(true);
    leadsPhone.hidden(true);
    karis.hidden(true);
    until("only the one who did neither is texted", () -> told() == 1);
    lead.danger(visitor.conversation, DangerMove.OVER);
    desk.await(d -> d.hasDanger() && d.getDanger().getItemsCount() == 0);
    assertEquals(1, told());
  }
}
