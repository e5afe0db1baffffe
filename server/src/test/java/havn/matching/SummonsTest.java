package havn.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import havn.duty.Abilities;
import havn.duty.DutyRecord;
import havn.duty.Reach;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.StaffId;
import havn.line.Boost;
import havn.line.Offer;
import havn.line.Waiter;
import havn.line.Wants;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Whom of those with a locked phone a text is to bring back.
class SummonsTest {

  private static final Instant NOW = Instant.parse("2026-11-24T18:00:00Z");
  private static final Instant LONG_AGO = NOW.minus(Duration.ofMinutes(10));
  private static final DutyRecord LOCKED = on(LONG_AGO, 0, 3, true, "nb", Optional.empty());

  private static DutyRecord on(
      Instant beat,
      int load,
      int capacity,
      boolean keepsOpen,
      String language,
      Optional<Instant> called) {
    return new DutyRecord(
        DeviceId.fresh(),
        NOW.plusSeconds(3_600),
        beat,
        false,
        load,
        capacity,
        keepsOpen,
        true,
        keepsOpen ? Optional.of(new Reach(StaffId.fresh(), called)) : Optional.empty(),
        Optional.empty(),
        Abilities.speaking(language));
  }

  private static Waiter waits(String language, Offer offer) {
    return new Waiter(
        ConversationId.fresh(),
        NOW.minusSeconds(60),
        "self",
        language,
        Optional.empty(),
        Boost.NONE,
        NOW,
        offer,
        Wants.NOTHING);
  }

  private static final List<Waiter> LINE = List.of(waits("nb", Offer.NONE));

  private static List<DutyRecord> called(List<Waiter> line, DutyRecord... duty) {
    return Summons.of(line, List.of(duty), NOW);
  }

  @Test
  void whoeverIsAloneWithALockedPhoneIsCalledForWhoWaits() {
    assertEquals(List.of(LOCKED), called(LINE, LOCKED));
    assertEquals(List.of(), called(List.of(), LOCKED));
  }

  @Test
  void aVolunteerOrColleagueWhoIsFullKeepsNobodyFromBeingCalled() {
    DutyRecord full = on(NOW, 1, 1, false, "nb", Optional.empty());
    assertEquals(List.of(LOCKED), called(LINE, LOCKED, full));
    DutyRecord free = on(NOW, 0, 1, false, "nb", Optional.empty());
    assertEquals(List.of(), called(LINE, LOCKED, free));
  }

  @Test
  void nobodyIsCalledForWhomTheyCouldNotTake() {
    assertEquals(List.of(), called(List.of(waits("th", Offer.NONE)), LOCKED));
  }

  @Test
  void whoeverIsFreeAndCouldNotTakeThemKeepsNobodyFromBeingCalled() {
    DutyRecord other = on(NOW, 0, 3, true, "en", Optional.empty());
    assertEquals(List.of(LOCKED), called(LINE, LOCKED, other));
  }

  @Test
  void nobodyIsCalledForWhoIsNotConnected() {
    Waiter away =
        new Waiter(
            ConversationId.fresh(),
            LONG_AGO,
            "self",
            "nb",
            Optional.empty(),
            Boost.NONE,
            NOW.minusSeconds(60),
            Offer.NONE,
            Wants.NOTHING);
    assertEquals(List.of(), called(List.of(away), LOCKED));
  }

  @Test
  void whoeverLetThemPassIsCalledAMinuteLaterWhenNobodyThereHasRoom() {
    Offer passed = new Offer(Optional.empty(), LONG_AGO, Set.of(LOCKED.device()));
    DutyRecord colleague = on(NOW, 3, 3, true, "nb", Optional.empty());
    assertEquals(List.of(LOCKED), called(List.of(waits("nb", passed)), LOCKED, colleague));
    DutyRecord free = on(NOW, 2, 3, true, "nb", Optional.empty());
    assertEquals(List.of(), called(List.of(waits("nb", passed)), LOCKED, free));
    assertEquals(List.of(LOCKED), called(List.of(waits("nb", passed)), LOCKED));
    assertEquals(List.of(), called(List.of(waits("th", passed)), LOCKED));
    Offer justNow = new Offer(Optional.empty(), NOW.minusSeconds(59), Set.of(LOCKED.device()));
    assertEquals(List.of(), called(List.of(waits("nb", justNow)), LOCKED));
  }

  @Test
  void whoWasCalledOrIsThereIsNotCalled() {
    assertEquals(List.of(), called(LINE, on(LONG_AGO, 0, 3, true, "nb", Optional.of(NOW))));
    assertEquals(List.of(), called(LINE, on(NOW, 3, 3, true, "nb", Optional.empty())));
  }
}
