package havn.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import havn.kernel.id.ServiceId;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MonthFiguresTest {

  @Test
  void aNumberBelowFiveIsHiddenAndSoIsNone() {
    MonthFigures few = of(false, Map.of(Counted.UNANSWERED, 4L));
    assertEquals(OptionalLong.empty(), few.unanswered());
    assertEquals(OptionalLong.empty(), few.letters());
    assertEquals(OptionalLong.empty(), few.chats());
    assertEquals(OptionalLong.of(5), of(false, Map.of(Counted.LETTERS, 5L)).letters());
  }

  @Test
  void waitsAreHiddenTogetherSoThatNoneCanBeComputedFromTheChats() {
    var counts = Map.of(Counted.UNDER_5, 40L, Counted.FROM_5_TO_15, 12L, Counted.OVER_15, 3L);
    MonthFigures one = of(false, counts);
    assertEquals(OptionalLong.of(55), one.chats());
    assertEquals(Optional.empty(), one.waits());
    var all = Map.of(Counted.UNDER_5, 40L, Counted.FROM_5_TO_15, 12L, Counted.OVER_15, 7L);
    assertEquals(Optional.of(new MonthFigures.Waits(40, 12, 7)), of(false, all).waits());
  }

  @Test
  void aMonthThatRunsGrowsInStepsOfFive() {
    for (long number = 5; number < 30; number++) {
      assertEquals(
          OptionalLong.of(number / 5 * 5), of(true, Map.of(Counted.LETTERS, number)).letters());
    }
  }

  @Test
  void whatWasWrittenToPeopleIsHiddenNumberByNumberAndIsNoChat() {
    var counts =
        Map.of(
            Counted.TEXTS_BEGUN, 200L,
            Counted.TEXTS_ANSWERED, 31L,
            Counted.CALLS, 4L,
            Counted.WROTE_BACK, 40L,
            Counted.STOPPED, 5L);
    MonthFigures month = of(false, counts);
    assertEquals(
        new MonthFigures.Outreach(
            OptionalLong.of(200),
            OptionalLong.of(31),
            OptionalLong.empty(),
            OptionalLong.of(40),
            OptionalLong.of(5)),
        month.outreach());
    assertEquals(OptionalLong.empty(), month.chats());
    assertEquals(OptionalLong.of(30), of(true, counts).outreach().answered());
  }

  @Test
  void waitsFallIntoThreeBands() {
    assertEquals(Counted.UNDER_5, Counted.takenAfter(Duration.ofSeconds(299)));
    assertEquals(Counted.FROM_5_TO_15, Counted.takenAfter(Duration.ofMinutes(5)));
    assertEquals(Counted.FROM_5_TO_15, Counted.takenAfter(Duration.ofMinutes(15)));
    assertEquals(Counted.OVER_15, Counted.takenAfter(Duration.ofSeconds(901)));
  }

  private static MonthFigures of(boolean running, Map<Counted, Long> counts) {
    return MonthFigures.of(
        new FigureStore.Month(new ServiceId("rosa"), YearMonth.of(2026, 10), counts), running);
  }
}
