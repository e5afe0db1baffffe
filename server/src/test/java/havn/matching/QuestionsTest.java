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
import havn.matching.Questions.Question;
import havn.wire.v1.Preference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What somebody in the line is asked to give up, and when.
class QuestionsTest {

  private static final Instant RANG = Instant.parse("2026-11-20T19:00:00Z");
  private static final Set<String> WISHES = Set.of("gender:woman", "profession:nurse");
  private static final Abilities NORWEGIAN = Abilities.speaking("nb");

  private static Waiter waiter(Boost boost, Wants wants) {
    return new Waiter(
        new ConversationId("%032x".formatted(1)),
        RANG,
        "self",
        "th",
        Optional.empty(),
        boost,
        RANG,
        Offer.NONE,
        wants);
  }

  private static DutyRecord duty(int number, Abilities abilities, int load, Instant now) {
    return new DutyRecord(
        new DeviceId("%032x".formatted(number)),
        RANG.plusSeconds(9_999),
        now,
        false,
        load,
        3,
        true,
        Optional.empty(),
        abilities);
  }

  private static Optional<Question> after(Duration wait, Wants wants, Abilities... able) {
    Instant now = RANG.plus(wait);
    int[] number = {0};
    var duty = List.of(able).stream().map(one -> duty(++number[0], one, 0, now)).toList();
    return Questions.standing(waiter(Boost.NONE, wants), duty, now);
  }

  private static Wants wants(int answered, String... relaxed) {
    return new Wants(WISHES, Set.of(relaxed), answered);
  }

  @Test
  void afterTwoFiveAndTenMinutesOneThingIsAskedTheLeastImportantFirst() {
    assertEquals(Optional.empty(), after(Duration.ofMillis(119_999), wants(0), NORWEGIAN));
    assertEquals(
        Optional.of(new Question(1, Preference.ANOTHER_PROFESSION)),
        after(Duration.ofMinutes(2), wants(0), NORWEGIAN));
    assertEquals(
        Optional.empty(), after(Duration.ofMillis(299_999), wants(1, "profession"), NORWEGIAN));
    assertEquals(
        Optional.of(new Question(2, Preference.ANOTHER_GENDER)),
        after(Duration.ofMinutes(5), wants(1, "profession"), NORWEGIAN));
    assertEquals(
        Optional.of(new Question(3, Preference.ANOTHER_LANGUAGE)),
        after(Duration.ofMinutes(10), wants(2, "profession", "gender"), NORWEGIAN));
    assertEquals(
        Optional.empty(), after(Duration.ofHours(2), wants(3, "profession", "gender"), NORWEGIAN));
  }

  @Test
  void whoKeepsWhatTheyWishForIsAskedTheSameAtTheNextTime() {
    assertEquals(Optional.empty(), after(Duration.ofMinutes(4), wants(1), NORWEGIAN));
    assertEquals(
        Optional.of(new Question(2, Preference.ANOTHER_PROFESSION)),
        after(Duration.ofMinutes(5), wants(1), NORWEGIAN));
  }

  @Test
  void onlyWhatStandsInTheWayIsAsked() {
    var nurse = new Abilities(Set.of("nb"), Set.of(), WISHES);
    assertEquals(
        Optional.of(new Question(1, Preference.ANOTHER_LANGUAGE)),
        after(Duration.ofMinutes(2), wants(0), nurse));
    var thai = new Abilities(Set.of("th"), Set.of(), Set.of("profession:nurse"));
    assertEquals(
        Optional.of(new Question(1, Preference.ANOTHER_GENDER)),
        after(Duration.ofMinutes(2), wants(0), nurse, thai),
        "a gender is less than a language");
  }

  @Test
  void nobodyIsAskedWhileSomebodyFreeCouldTakeThemOrWhereNothingHelps() {
    var right = new Abilities(Set.of("th"), Set.of(), WISHES);
    assertEquals(Optional.empty(), after(Duration.ofMinutes(9), wants(0), NORWEGIAN, right));
    assertEquals(Optional.empty(), after(Duration.ofMinutes(9), wants(0)), "nobody is there");
    var otherLane = new Abilities(Set.of("nb"), Set.of("professional"), Set.of());
    assertEquals(Optional.empty(), after(Duration.ofMinutes(9), wants(0), otherLane));
  }

  @Test
  void whereWhoeverIsRightIsFullAndSomebodyElseIsFreeTheyAreAsked() {
    Instant now = RANG.plusSeconds(120);
    var right = new Abilities(Set.of("th"), Set.of(), WISHES);
    assertEquals(
        Optional.of(new Question(1, Preference.ANOTHER_PROFESSION)),
        Questions.standing(
            waiter(Boost.NONE, wants(0)),
            List.of(duty(1, right, 3, now), duty(2, NORWEGIAN, 0, now)),
            now));
    assertEquals(
        Optional.empty(),
        Questions.standing(
            waiter(Boost.NONE, wants(0)),
            List.of(duty(1, right, 3, now), duty(2, NORWEGIAN, 3, now)),
            now),
        "all are full");
  }

  @Test
  void nobodyInDangerIsAskedToGiveAnythingUp() {
    Instant now = RANG.plusSeconds(120);
    assertEquals(
        Optional.empty(),
        Questions.standing(
            waiter(Boost.DANGER, wants(0)), List.of(duty(1, NORWEGIAN, 0, now)), now));
  }
}
