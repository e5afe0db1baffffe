package havn.duty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.duty.DutyRules.Decision;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.staff.Role;
import havn.staff.RosterEntry;
import havn.staff.ShiftRights;
import havn.wire.v1.Code;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DutyRulesTest {

  private static final Instant STATED = Instant.parse("2026-11-20T20:00:00Z");
  private static final Optional<Instant> PLANNED =
      Optional.of(Instant.parse("2026-11-20T18:15:00Z"));
  private static final Instant NOW = Instant.parse("2026-11-20T17:00:00Z");
  private static final Set<ServiceId> MINE = Set.of(new ServiceId("pro-mann"));

  @Test
  void workersAndCoordinatorsNeedNoShift() {
    for (Role role : List.of(Role.WORKER, Role.COORDINATOR)) {
      Decision free = new Decision.Admitted(STATED, 3, true, true);
      assertEquals(free, decide(role, Optional.empty()));
      assertEquals(free, decide(role, PLANNED));
    }
  }

  @Test
  void volunteersAndPeersHoldOneChatUntilTheirShiftIsOver() {
    for (Role role : List.of(Role.VOLUNTEER, Role.PEER)) {
      assertEquals(new Decision.Refused(Code.ROLE_REFUSED), decide(role, Optional.empty()));
      assertEquals(
          new Decision.Admitted(PLANNED.orElseThrow(), 1, false, true), decide(role, PLANNED));
      assertEquals(
          new Decision.Admitted(STATED, 1, false, true),
          decide(role, Optional.of(STATED.plusSeconds(60))));
    }
  }

  @Test
  void whoeverAnswersNoLaneOfTheirShiftIsToldThatAndNotThatTheyHaveNone() {
    for (Role role : List.of(Role.VOLUNTEER, Role.PEER)) {
      assertEquals(new Decision.Refused(Code.LANE_MISSING), decide(role, PLANNED, false, on("x")));
      assertEquals(
          new Decision.Refused(Code.ROLE_REFUSED), decide(role, Optional.empty(), false, on("x")));
      assertEquals(
          new Decision.Admitted(PLANNED.orElseThrow(), 1, false, true),
          decide(role, PLANNED, false, on("self")));
    }
    assertEquals(
        new Decision.Admitted(STATED, 3, true, true),
        decide(Role.WORKER, PLANNED, false, on("x")),
        "of those who need no shift a lane is a wish");
  }

  private static Abilities on(String lane) {
    return new Abilities(Set.of("nb"), Set.of(lane), Set.of());
  }

  @Test
  void whoNamesNoLanguageIsNotOnDuty() {
    assertEquals(
        new Decision.Refused(Code.LANGUAGE_MISSING), decide(Role.WORKER, false, Abilities.UNKNOWN));
  }

  @Test
  void nobodyIsOnDutyForThoseWhoSellAndThoseWhoBuyAtOnce() {
    for (Role role : List.of(Role.WORKER, Role.COORDINATOR)) {
      assertEquals(
          new Decision.Refused(Code.AUDIENCES_MIXED), decide(role, true, Abilities.speaking("nb")));
    }
  }

  @Test
  void othersTakeNoChatsWithAShiftEither() {
    for (Role role : List.of(Role.PARTNER, Role.AUDITOR)) {
      assertEquals(new Decision.Refused(Code.ROLE_REFUSED), decide(role, PLANNED));
    }
  }

  @Test
  void traineesAreOnDutyInTheirShiftToBeAskedInToOneChat() {
    assertEquals(new Decision.Refused(Code.ROLE_REFUSED), decide(Role.TRAINEE, Optional.empty()));
    assertEquals(
        new Decision.Admitted(PLANNED.orElseThrow(), 1, false, false),
        decide(Role.TRAINEE, PLANNED));
  }

  @Test
  void mediatorsAreOnDutyToBeAskedInAndTakeNobody() {
    Decision askedIn = new Decision.Admitted(STATED, 2, false, false);
    assertEquals(askedIn, decide(Role.MEDIATOR, Optional.empty()));
    Instant now = STATED.minusSeconds(3_600);
    DutyRecord mediator =
        new DutyRecord(
            DeviceId.fresh(),
            STATED,
            now,
            false,
            0,
            2,
            false,
            false,
            Optional.empty(),
            Optional.empty(),
            Abilities.speaking("th"));
    assertTrue(mediator.free(now));
    assertFalse(mediator.ready(now));
  }

  @Test
  void aServiceIsNeverOpenOnVolunteersAlone() {
    Instant now = STATED.minusSeconds(3_600);
    DutyRecord volunteer = record(now, 0, 1, false);
    assertEquals(Staffing.LATE, StaffedTruth.decide(true, List.of(volunteer), now));
    DutyRecord full = record(now, 3, 3, true);
    assertEquals(Staffing.BUSY, StaffedTruth.decide(true, List.of(full), now));
    assertEquals(Staffing.OPEN, StaffedTruth.decide(true, List.of(full, volunteer), now));
    Instant gone = now.plus(DutyRecord.GONE);
    DutyRecord fresh = record(gone, 0, 1, false);
    assertEquals(Staffing.LATE, StaffedTruth.decide(true, List.of(full, fresh), gone));
  }

  @Test
  void whoseRoleWasChangedGoesOnDutyOnlyOnceTheListOfDevicesSaysSo() {
    RosterEntry entry =
        new RosterEntry(
            DeviceId.fresh(),
            new byte[32],
            Role.WORKER,
            MINE,
            Instant.MIN,
            Instant.MAX,
            new byte[32]);
    for (Role changed : Role.values()) {
      boolean refused =
          DutyRules.decide(
                  entry,
                  MINE,
                  changed,
                  MINE,
                  Optional.of(STATED),
                  ShiftRights.NONE,
                  false,
                  Abilities.speaking("nb"),
                  NOW)
              .equals(new Decision.Refused(Code.ROLE_REFUSED));
      assertEquals(changed != Role.WORKER, refused, changed.printed());
    }
  }

  private static DutyRecord record(Instant beat, int load, int capacity, boolean keepsOpen) {
    return new DutyRecord(
        DeviceId.fresh(),
        STATED,
        beat,
        false,
        load,
        capacity,
        keepsOpen,
        Optional.empty(),
        Abilities.UNKNOWN);
  }

  private static Decision decide(Role role, Optional<Instant> planned) {
    return decide(role, planned, false, Abilities.speaking("nb"));
  }

  private static Decision decide(Role role, boolean mixed, Abilities abilities) {
    return decide(role, Optional.empty(), mixed, abilities);
  }

  private static Decision decide(
      Role role, Optional<Instant> planned, boolean mixed, Abilities abilities) {
    RosterEntry entry =
        new RosterEntry(
            DeviceId.fresh(), new byte[32], role, MINE, Instant.MIN, Instant.MAX, new byte[32]);
    ShiftRights rights = planned.map(until -> rights("self", until)).orElse(ShiftRights.NONE);
    return DutyRules.decide(
        entry, MINE, role, MINE, Optional.of(STATED), rights, mixed, abilities, NOW);
  }

  private static ShiftRights rights(String lane, Instant until) {
    return new ShiftRights(
        Map.of(
            MINE.iterator().next(),
            List.of(new ShiftRights.Window(lane, NOW.minusSeconds(60), until))));
  }
}
