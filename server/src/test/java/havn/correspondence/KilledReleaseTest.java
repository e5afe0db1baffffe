package havn.correspondence;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.channel.Ability;
import havn.channel.Mortal;
import havn.channel.PhoneNumber;
import havn.channel.TestProvider;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Processes that seal what waits end at any moment; others bring it to an end.
class KilledReleaseTest {

  private static final String HELLO = "Hei fra Samtalen. Gratis hjelp. Svar STOPP for å slippe.";
  private static final int TEXTS = 400;

  @ParameterizedTest
  @CsvSource({"ASKED, first sent", "KEYS, first perhaps", "TEXT, first perhaps"})
  void whatADeadProcessHandedOverIsAskedAboutOrPerhapsSentAndNeverRepeated(
      Ability ability, String state) throws Exception {
    TestProvider provider = new TestProvider(ability);
    try (CorrespondenceForTests house = new CorrespondenceForTests(provider)) {
      CorrespondenceForTests.Process killed = house.new Process();
      house.begins(killed, CorrespondenceForTests.PHONE, HELLO);
      Mortal mortal = new Mortal(1);
      lastRound(killed, provider, mortal);
      assertTrue(mortal.dead());
      house.later(Duration.ofMinutes(6));
      house.one.round();
      house.one.round();
      assertEquals(List.of(state), house.states());
      assertEquals(1, provider.arrived.size());
    }
  }

  @Test
  void whatADeadProcessNeverHandedOverIsReleasedAgainByPeople() throws Exception {
    TestProvider provider = new TestProvider(Ability.ASKED);
    try (CorrespondenceForTests house = new CorrespondenceForTests(provider)) {
      house.begins(house.new Process(), CorrespondenceForTests.PHONE, HELLO);
      house.one.round();
      assertEquals(List.of("first queued"), house.states());
      house.later(Duration.ofSeconds(61));
      house.one.round();
      assertEquals(List.of("first again"), house.states());
      assertEquals(0, provider.arrived.size());
    }
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3"})
  void nothingIsSentTwiceAndNothingIsLostWhoeverEndsWhenever(long seed) throws Exception {
    Random chance = new Random(seed);
    TestProvider provider = new TestProvider(Ability.ASKED);
    try (CorrespondenceForTests house = new CorrespondenceForTests(provider)) {
      CorrespondenceForTests.Process running = house.new Process();
      for (int i = 0; i < TEXTS; i++) {
        PhoneNumber number = CorrespondenceForTests.number("+4741" + (200_000 + i));
        house.begins(running, number, HELLO);
        if (chance.nextInt(20) == 0) {
          lastRound(running, provider, new Mortal(1 + chance.nextInt(9)));
          running = house.new Process();
        }
      }
      while (running.round() > 0) {
        assertTrue(provider.arrived.size() <= TEXTS);
      }
      house.later(Duration.ofMinutes(6));
      while (house.one.round() > 0) {
        assertTrue(provider.arrived.size() <= TEXTS);
      }
      assertEquals(provider.arrived.size(), new HashSet<>(provider.arrived).size());
      long sent = count(house, "sent");
      assertEquals(provider.arrived.size(), sent);
      assertEquals(TEXTS, sent + count(house, "again"));
    }
  }

  private static long count(CorrespondenceForTests house, String state) {
    String query = "SELECT count(*) AS n FROM message WHERE state = '" + state + "'";
    for (Row row : get(house.pool.query(query).execute())) {
      return row.getLong("n");
    }
    throw new AssertionError("there is a count");
  }

  /// A round of a process that ends in it, unless it has less to do.
  private static void lastRound(
      CorrespondenceForTests.Process process, TestProvider provider, Mortal mortal) {
    get(process.sender(mortal.channel(provider), mortal.outbox(process.outbox)).round());
  }
}
