package havn.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import havn.field.Telling.Reason;
import havn.field.Telling.Refused;
import havn.field.Telling.Stands;
import havn.field.Telling.Written;
import havn.kernel.id.RoundId;
import havn.kernel.id.ServiceId;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoundRulesTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
  private static final RoundId ID = new RoundId("0123456789abcdef0123456789abcdef");

  @Test
  void aRoundIsToldFromItsDayUntilFourteenDaysAfter() {
    for (int back = 0; back <= 14; back++) {
      Round round = on(TODAY.minusDays(back), 1);
      assertEquals(new Written(round), decide(round, Optional.empty(), 0));
    }
    assertEquals(new Refused(Reason.OVER), decide(on(TODAY.minusDays(15), 1), Optional.empty(), 0));
    assertEquals(new Refused(Reason.FUTURE), decide(on(TODAY.plusDays(1), 1), Optional.empty(), 0));
  }

  @Test
  void aHigherRevisionReplacesAndTheSameOrALowerOneChangesNothing() {
    Round kept = on(TODAY, 3);
    assertEquals(new Written(on(TODAY, 4)), decide(on(TODAY, 4), Optional.of(kept), 0));
    assertEquals(new Stands(kept), decide(on(TODAY, 3), Optional.of(kept), 0));
    assertEquals(new Stands(kept), decide(on(TODAY, 2), Optional.of(kept), 0));
  }

  @Test
  void whoGotNoAnswerIsAnsweredAlsoAfterWeeks() {
    Round kept = on(TODAY.minusDays(40), 1);
    assertEquals(new Stands(kept), decide(kept, Optional.of(kept), 0));
  }

  @Test
  void aRoundThatIsOverIsNotCorrectedUnderAnotherDay() {
    Round kept = on(TODAY.minusDays(15), 1);
    assertEquals(new Refused(Reason.OVER), decide(on(TODAY, 2), Optional.of(kept), 0));
  }

  @Test
  void theTwentyFirstRoundOfADayIsRefusedAndACorrectionOfTheTwentiethIsNot() {
    assertEquals(new Refused(Reason.DAY_FULL), decide(on(TODAY, 1), Optional.empty(), 20));
    Round corrected = on(TODAY, 2);
    assertEquals(new Written(corrected), decide(corrected, Optional.of(on(TODAY, 1)), 19));
  }

  @Test
  void nobodyIsMetForTheFirstTimeWhoWasNotMetAndNoPlaceIsVisitedOutdoors() {
    Round first = round("pro-mann", TODAY, RoundPlace.STREET, new Round.Counts(3, 4, 0), 1);
    assertEquals(new Refused(Reason.MORE_FIRST_THAN_PEOPLE), decide(first, Optional.empty(), 0));
    Round places = round("pro-mann", TODAY, RoundPlace.STREET, new Round.Counts(3, 0, 1), 1);
    assertEquals(new Refused(Reason.PLACES_OUTDOORS), decide(places, Optional.empty(), 0));
    Round indoors = round("pro-mann", TODAY, RoundPlace.INDOOR, new Round.Counts(3, 0, 1), 1);
    assertEquals(new Written(indoors), decide(indoors, Optional.empty(), 0));
  }

  @Test
  void theRoundOfAnotherServiceIsNeitherShownNorChanged() {
    Round theirs = round("nadheim", TODAY, RoundPlace.STREET, new Round.Counts(9, 0, 0), 1);
    for (int revision = 1; revision < 3; revision++) {
      assertEquals(
          new Refused(Reason.ANOTHER_SERVICE), decide(on(TODAY, revision), Optional.of(theirs), 0));
    }
  }

  private static Telling decide(Round told, Optional<Round> kept, int others) {
    return RoundRules.decide(told, kept, others, TODAY);
  }

  private static Round on(LocalDate day, int revision) {
    return round("pro-mann", day, RoundPlace.STREET, new Round.Counts(21, 2, 0), revision);
  }

  private static Round round(
      String service, LocalDate day, RoundPlace place, Round.Counts counts, int revision) {
    return new Round(ID, new ServiceId(service), day, place, counts, false, revision);
  }
}
