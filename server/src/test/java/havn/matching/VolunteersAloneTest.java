package havn.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import havn.duty.Abilities;
import havn.duty.DutyRecord;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.line.Boost;
import havn.line.Offer;
import havn.line.Waiter;
import havn.line.Wants;
import havn.matching.Offers.Made;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Volunteers take chats beside somebody who keeps the service open, and not otherwise.
class VolunteersAloneTest {

  private static final Instant NOW = Instant.parse("2026-11-20T19:00:00Z");
  private static final DeviceId VOLUNTEER = new DeviceId("%032x".formatted(1));
  private static final DeviceId WORKER = new DeviceId("%032x".formatted(2));
  private static final ConversationId VISITOR = new ConversationId("%032x".formatted(3));

  private static DutyRecord on(DeviceId device, Instant beat, boolean onBreak) {
    return new DutyRecord(
        device,
        NOW.plus(Duration.ofHours(1)),
        beat,
        onBreak,
        0,
        1,
        device.equals(WORKER),
        Optional.empty(),
        Abilities.speaking("nb"));
  }

  private static List<DeviceId> asked(Boost boost, DutyRecord... duty) {
    Waiter waiter =
        new Waiter(
            VISITOR, NOW, "self", "nb", Optional.empty(), boost, NOW, Offer.NONE, Wants.NOTHING);
    return Offers.next(List.of(waiter), List.of(duty), Map.of(), NOW).made().stream()
        .map(Made::device)
        .toList();
  }

  @Test
  void aloneTheyAreOfferedNobody() {
    assertEquals(List.of(), asked(Boost.NONE, on(VOLUNTEER, NOW, false)));
    assertEquals(List.of(), asked(Boost.DANGER, on(VOLUNTEER, NOW, false)));
  }

  @Test
  void besideAWorkerOnABreakTheyAreAsked() {
    assertEquals(
        List.of(VOLUNTEER), asked(Boost.NONE, on(VOLUNTEER, NOW, false), on(WORKER, NOW, true)));
  }

  @Test
  void aWorkerWhoGaveNoSignOfLifeForThreeMinutesIsNobody() {
    Instant gone = NOW.minus(DutyRecord.GONE);
    assertEquals(List.of(), asked(Boost.NONE, on(VOLUNTEER, NOW, false), on(WORKER, gone, false)));
    assertEquals(
        List.of(VOLUNTEER),
        asked(Boost.NONE, on(VOLUNTEER, NOW, false), on(WORKER, gone.plusMillis(1), false)));
  }
}
