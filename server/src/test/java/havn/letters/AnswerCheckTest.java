package havn.letters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.google.protobuf.ByteString;
import havn.kernel.id.ServiceId;
import havn.letters.AnswerCheck.Flaw;
import havn.letters.AnswerCheck.Place;
import havn.letters.AnswerCheck.Verdict;
import havn.staff.Role;
import havn.staff.Roster;
import havn.wire.v1.StoredAnswer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerCheckTest {

  private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");

  private final Hand hand = new Hand();
  private final Desk desk = new Desk(NOW);
  private final Roster roster = desk.roster(Role.WORKER, "rosa");
  private final Place place = new Place(hand.mailbox(), new ServiceId("rosa"), 2);
  private final StoredAnswer good = desk.answer(hand.mailbox(), 3, 7);

  @ParameterizedTest
  @EnumSource(Role.class)
  void onlyCoordinatorsAndWorkersAnswer(Role role) {
    Verdict verdict = AnswerCheck.verify(good.toByteArray(), place, desk.roster(role, "rosa"), NOW);
    if (role == Role.COORDINATOR || role == Role.WORKER) {
      var valid = assertInstanceOf(Verdict.Valid.class, verdict);
      assertEquals(desk.id, valid.entry().device());
    } else {
      assertInstanceOf(Verdict.Refused.class, verdict);
    }
  }

  @Test
  void onlyTheNextNumberIsTaken() {
    for (int number : new int[] {1, 2, 4, 50}) {
      refused(Flaw.OUT_OF_ORDER, desk.answer(hand.mailbox(), number, 7));
    }
    refused(Flaw.MALFORMED, desk.answer(hand.mailbox(), 0, 7));
  }

  @Test
  void anAnswerHoldsForItsMailboxOnly() {
    refused(Flaw.UNSIGNED, desk.answer(new Hand().mailbox(), 3, 7));
  }

  @Test
  void anotherServicesWorkerIsRefused() {
    assertEquals(
        new Verdict.Refused(Flaw.NOT_FOR_THIS_SERVICE),
        AnswerCheck.verify(good.toByteArray(), place, desk.roster(Role.WORKER, "nadheim"), NOW));
  }

  @Test
  void aGhostsAnswerAndOneAfterTheShiftAreRefused() {
    refused(Flaw.NO_SHIFT, new Desk(NOW).answer(hand.mailbox(), 3, 7));
    assertEquals(
        new Verdict.Refused(Flaw.NO_SHIFT),
        AnswerCheck.verify(good.toByteArray(), place, roster, NOW.plus(Duration.ofHours(5))));
  }

  @Test
  void whatIsSignedMayNotBeChanged() {
    ByteString other = ByteString.copyFrom(Hand.sealed(1, "svar"));
    refused(Flaw.UNSIGNED, good.toBuilder().setFile(other).build());
    refused(Flaw.UNSIGNED, good.toBuilder().setAt(good.getAt() + 1).build());
    refused(Flaw.OTHER_ROSTER, good.toBuilder().setRosterVersion(6).build());
  }

  @Test
  void anAnswersTimeIsWithinTenMinutes() {
    long late = NOW.plus(Duration.ofMinutes(10)).toEpochMilli();
    assertInstanceOf(
        Verdict.Valid.class, verify(desk.sign(hand.mailbox(), good.toBuilder().setAt(late))));
    refused(Flaw.OUT_OF_TIME, desk.sign(hand.mailbox(), good.toBuilder().setAt(late + 1)));
  }

  @Test
  void anAnswersFileIsAnEnvelopeForOneKey() {
    for (byte[] file : new byte[][] {{}, "svar".getBytes(), Hand.sealed(2, "svar")}) {
      refused(Flaw.MALFORMED, good.toBuilder().setFile(ByteString.copyFrom(file)).build());
    }
    byte[] long1 = Hand.sealed(1, "x".repeat(Bounds.LETTER_BYTES));
    refused(Flaw.MALFORMED, good.toBuilder().setFile(ByteString.copyFrom(long1)).build());
  }

  @Test
  void whatIsNoAnswerIsRefused() {
    assertEquals(
        new Verdict.Refused(Flaw.MALFORMED),
        AnswerCheck.verify(new byte[] {1, 2, 3}, place, roster, NOW));
    assertEquals(
        new Verdict.Refused(Flaw.MALFORMED),
        AnswerCheck.verify(new byte[60_000], place, roster, NOW));
  }

  private Verdict verify(StoredAnswer answer) {
    return AnswerCheck.verify(answer.toByteArray(), place, roster, NOW);
  }

  private void refused(Flaw flaw, StoredAnswer answer) {
    assertEquals(new Verdict.Refused(flaw), verify(answer));
  }
}
