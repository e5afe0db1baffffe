package havn.outreach;

import static havn.Eventually.get;
import static havn.outreach.OutreachForTests.SERVICE;
import static havn.outreach.OutreachForTests.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import havn.kernel.id.ContactId;
import havn.letters.Hand;
import havn.publichttp.Ears;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A number and a name that nobody else has stand in no store and no log, whatever fails.
class OutreachCanaryTest {

  private static final String NUMBER = "98765431";
  private static final String NAME = "Kanarifugl";
  private static final String TEXT =
      "Hei fra kanarihjelpen https://hjelp.example/chat/pro-mann STOPP";

  @Test
  void aNumberANameAndATextAreInNoStoreAndNoLog() throws Exception {
    try (Ears ears = new Ears();
        OutreachForTests house = new OutreachForTests()) {
      byte[] sealed = Hand.sealed(1, NAME + " " + NUMBER);
      ContactId id = ContactId.fresh();
      var face =
          new CardStore.Face(
              sealed,
              OutreachForTests.face("nb", Optional.empty()).devices(),
              "nb",
              Optional.empty());
      house.card(SERVICE, new Intake.Fresh(id, face, sealed, List.of(NUMBER), 1));
      get(house.intake.worth(house.ola.id(), SERVICE, List.of(NUMBER)));
      house.does(house.ola, id, new CardAct.Take());
      house.does(house.ola, id, new CardAct.GiveBack());
      house.next(house.ola);
      var beginnings = house.beginnings();
      assertInstanceOf(
          Beginnings.Asked.class, get(beginnings.release(house.ola.id(), text(id, NUMBER, TEXT))));
      house.does(house.ola, id, new CardAct.Called(0));
      house.does(house.ola, id, new CardAct.Never());
      assertNowhere(house);
      get(house.pool.query("DROP TABLE contact_tag CASCADE").execute());
      assertThrows(
          PgException.class,
          () -> get(house.intake.worth(house.ola.id(), SERVICE, List.of(NUMBER))));
      assertThrows(
          PgException.class, () -> get(beginnings.release(house.ola.id(), text(id, NUMBER, TEXT))));
      get(house.pool.query("CHECKPOINT").execute().otherwiseEmpty());
      for (String secret : List.of(NUMBER, NAME, TEXT)) {
        ears.assertOnNoDisk(secret);
      }
      ears.assertInNoLogFile(List.of(NUMBER, NAME, TEXT));
    }
  }

  /// Looks through everything the database has, as text and as bytes.
  private static void assertNowhere(OutreachForTests house) {
    for (Row table :
        get(
            house
                .pool
                .query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
                .execute())) {
      String name = table.getString("tablename");
      StringBuilder all = new StringBuilder();
      get(house.pool.query("SELECT t::text AS line FROM " + name + " AS t").execute())
          .forEach(row -> all.append(row.getString("line")).append('\n'));
      for (String secret : List.of(NUMBER, NAME, TEXT)) {
        String hex = HexFormat.of().formatHex(secret.getBytes(UTF_8));
        assertFalse(all.toString().contains(secret), name + ": " + secret);
        assertFalse(all.toString().contains(hex), name + ": " + secret);
      }
    }
  }
}
