package havn.duty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionTest {

  private static final Admission.Asker ANYBODY = Admission.Asker.ANYBODY;
  private static final Admission.Asker RETURNS = Admission.Asker.RETURNS;
  private static final Admission.Asker DANGER = Admission.Asker.FIRST;

  @ParameterizedTest
  @CsvSource({
    "600, 0, CLOSING",
    "601, 0, WELCOME",
    "1200, 1200, WELCOME",
    "1200, 1201, LONG",
    "7200, 3600, WELCOME",
    "7200, 3601, LONG",
  })
  void closingTimeAndAnHourBoundTheWait(long closing, long wait, Admission expected) {
    assertEquals(
        expected,
        Admission.decide(
            Staffing.BUSY,
            DeskMode.OPEN,
            Optional.of(Duration.ofSeconds(closing)),
            Optional.of(Duration.ofSeconds(wait)),
            ANYBODY));
  }

  @Test
  void aServiceThatNeverClosesAndAnUnknownWaitTakeWhoeverComes() {
    assertEquals(Admission.WELCOME, decide(Staffing.OPEN, DeskMode.OPEN, ANYBODY));
    assertEquals(Admission.WELCOME, decide(Staffing.BUSY, DeskMode.OPEN, ANYBODY));
  }

  @Test
  void nobodyIsTakenWhereNobodyIs() {
    for (DeskMode mode : DeskMode.values()) {
      assertEquals(Admission.NOBODY, decide(Staffing.LATE, mode, DANGER));
      assertEquals(Admission.NOBODY, decide(Staffing.CLOSED, mode, DANGER));
    }
  }

  @Test
  void aDeskThatWindsDownTakesOnlyWhoHasAReturnCode() {
    assertEquals(Admission.WINDING_DOWN, decide(Staffing.OPEN, DeskMode.WINDING_DOWN, ANYBODY));
    assertEquals(Admission.WELCOME, decide(Staffing.OPEN, DeskMode.WINDING_DOWN, RETURNS));
    assertEquals(Admission.FULL, decide(Staffing.OPEN, DeskMode.FULL, RETURNS));
    assertEquals(Admission.CLOSED_TO_NEW, decide(Staffing.OPEN, DeskMode.CLOSED_TO_NEW, RETURNS));
    assertEquals(Admission.NOBODY, decide(Staffing.OPEN, DeskMode.CLOSED, RETURNS));
  }

  @Test
  void dangerNowIsTakenUntilTheLastMinute() {
    assertEquals(
        Admission.WELCOME,
        Admission.decide(
            Staffing.BUSY,
            DeskMode.FULL,
            Optional.of(Duration.ofSeconds(1)),
            Optional.of(Duration.ofHours(2)),
            DANGER));
  }

  @Test
  void theWaitIsTheMedianOfFivePickUpsOrMoreAndNoneWhereNobodyWaits() {
    List<Duration> four = List.of(minutes(1), minutes(2), minutes(3), minutes(90));
    List<Duration> five = List.of(minutes(90), minutes(1), minutes(70), minutes(2), minutes(80));
    assertEquals(Optional.empty(), Admission.expectedWait(1, four));
    assertEquals(Optional.of(minutes(70)), Admission.expectedWait(1, five));
    assertEquals(Optional.of(Duration.ZERO), Admission.expectedWait(0, five));
  }

  private static Admission decide(Staffing staffing, DeskMode mode, Admission.Asker asker) {
    return Admission.decide(staffing, mode, Optional.empty(), Optional.empty(), asker);
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }
}
