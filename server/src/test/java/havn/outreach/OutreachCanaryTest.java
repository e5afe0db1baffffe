package havn.outreach;

import static havn.Eventually.get;
import static havn.outreach.OutreachForTests.SERVICE;
import static havn.outreach.OutreachForTests.text;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import havn.kernel.id.ContactId;
import havn.letters.Hand;
import havn.postgres.DumpForTests;
import havn.publichttp.Ears;
import io.vertx.pgclient.PgException;
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
      DumpForTests.assertLacks(house.pool, List.of(NUMBER, NAME, TEXT));
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
}
