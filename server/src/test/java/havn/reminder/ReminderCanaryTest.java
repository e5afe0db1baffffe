package havn.reminder;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.channel.Ability;
import havn.channel.TestProvider;
import havn.postgres.DumpForTests;
import havn.publichttp.Ears;
import havn.staff.StaffMember;
import io.vertx.pgclient.PgException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A number that nobody else has, and what is sent there, stand in no store and no log, whatever
/// fails.
class ReminderCanaryTest {

  private static final String NUMBER = "98765431";

  @Test
  void aNumberAndATextThatWereSentAreInNoStoreAndNoLog() throws Exception {
    TestProvider provider = new TestProvider(Ability.KEYS);
    try (Ears ears = new Ears();
        RemindersForTests house = new RemindersForTests(provider)) {
      StaffMember ola = house.somebody("Ola");
      get(house.reminders.prove(ola.id(), NUMBER));
      DumpForTests.assertLacks(house.pool, List.of(NUMBER, "avtale", "Koden"));
      get(house.sender().round());
      String code = provider.arrived.getFirst().replaceFirst("^.*er (\\d{6})\\..*$", "$1");
      assertEquals(Reminders.Typed.CONFIRMED, get(house.reminders.type(ola.id(), code)));
      house.shift(ola, "2026-11-24", "18:00", "21:00");
      house.at("2026-11-23T17:00:00Z");
      house.round();
      assertTrue(provider.arrived.getLast().contains(NUMBER), "it was sent");
      DumpForTests.assertLacks(house.pool, List.of(NUMBER, "avtale", "Koden"));
      get(house.pool.query("DROP TABLE outbox CASCADE").execute());
      assertThrows(PgException.class, () -> get(house.sender().round()));
      assertThrows(PgException.class, () -> get(house.reminders.prove(ola.id(), NUMBER)));
      get(house.pool.query("CHECKPOINT").execute().otherwiseEmpty());
      List<String> secrets = List.of(NUMBER, "Koden din er " + code, "avtale i morgen");
      for (String secret : secrets) {
        ears.assertOnNoDisk(secret);
      }
      ears.assertInNoLogFile(secrets);
    }
  }
}
