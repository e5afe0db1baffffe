package havn.letters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import havn.letters.MailboxStatements.Flaw;
import havn.letters.MailboxStatements.Verdict;
import havn.seal.Purpose;
import havn.staff.Role;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailboxStatementsTest {

  private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);

  private final Desk desk = new Desk(NOW);

  @ParameterizedTest
  @EnumSource(Role.class)
  void onlyCoordinatorsAndWorkersStateKeys(Role role) {
    byte[] payload = desk.mailboxStatement(Duration.ZERO, WEEK);
    Verdict verdict =
        MailboxStatements.verify(payload, desk.signed(payload), desk.roster(role, "rosa"), NOW);
    if (role == Role.COORDINATOR || role == Role.WORKER) {
      var valid = assertInstanceOf(Verdict.Valid.class, verdict);
      assertEquals(desk.id, valid.entry().device());
      assertEquals(NOW.plus(WEEK), valid.until());
    } else {
      assertEquals(new Verdict.Refused(Flaw.NOT_ROSTERED), verdict);
    }
  }

  @Test
  void sevenDaysAreTheLongest() {
    assertInstanceOf(Verdict.Valid.class, verify(desk.mailboxStatement(Duration.ZERO, WEEK)));
    refused(Flaw.OUT_OF_TIME, desk.mailboxStatement(Duration.ZERO, WEEK.plusMillis(1)));
  }

  @Test
  void aStatementHoldsFromTenMinutesBeforeItsStartUntilItsEnd() {
    Duration day = Duration.ofDays(1);
    assertInstanceOf(
        Verdict.Valid.class, verify(desk.mailboxStatement(Duration.ofMinutes(10), day)));
    refused(Flaw.OUT_OF_TIME, desk.mailboxStatement(Duration.ofMinutes(10).plusMillis(1), day));
    refused(Flaw.OUT_OF_TIME, desk.mailboxStatement(day.negated(), Duration.ZERO));
    refused(Flaw.OUT_OF_TIME, desk.mailboxStatement(Duration.ZERO, day.negated()));
  }

  @Test
  void aGhostAndAnotherKeyAreRefused() {
    Desk ghost = new Desk(NOW);
    refused(Flaw.NOT_ROSTERED, ghost.mailboxStatement(Duration.ZERO, WEEK));
    byte[] payload = desk.mailboxStatement(Duration.ZERO, WEEK);
    var roster = desk.roster(Role.WORKER, "rosa");
    assertEquals(
        new Verdict.Refused(Flaw.UNSIGNED),
        MailboxStatements.verify(payload, ghost.signed(payload), roster, NOW));
    byte[] shift = desk.device.sign(Purpose.SHIFT, payload);
    assertEquals(
        new Verdict.Refused(Flaw.UNSIGNED), MailboxStatements.verify(payload, shift, roster, NOW));
  }

  @Test
  void whatIsNoStatementIsRefused() {
    refused(Flaw.MALFORMED, new byte[] {1, 2, 3});
    refused(Flaw.MALFORMED, new byte[2_000]);
    refused(Flaw.MALFORMED, new byte[0]);
  }

  private Verdict verify(byte[] payload) {
    return MailboxStatements.verify(
        payload, desk.signed(payload), desk.roster(Role.WORKER, "rosa"), NOW);
  }

  private void refused(Flaw flaw, byte[] payload) {
    assertEquals(new Verdict.Refused(flaw), verify(payload));
  }
}
