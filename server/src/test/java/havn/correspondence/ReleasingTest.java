package havn.correspondence;

import static havn.Eventually.get;
import static havn.correspondence.CorrespondenceForTests.PHONE;
import static havn.correspondence.CorrespondenceForTests.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import havn.channel.Ability;
import havn.channel.TestProvider;
import havn.channel.Told;
import havn.courtesy.Language;
import havn.courtesy.Manners;
import havn.courtesy.Occasion;
import havn.courtesy.Permission;
import havn.kernel.id.TextId;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReleasingTest {

  private static final String HELLO = "Hei fra Samtalen. Gratis hjelp. Svar STOPP for å slippe.";

  private final TestProvider provider = new TestProvider(Ability.KEYS);
  private final CorrespondenceForTests house = new CorrespondenceForTests(provider);

  ReleasingTest() throws Exception {}

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aReleasedTextGoesOutOnceHoweverOftenItIsReleased() {
    TextId id = TextId.fresh();
    Releasing.Outcome first = house.begins(house.one, id, PHONE, HELLO);
    assertEquals(first, house.begins(house.one, id, PHONE, HELLO));
    house.one.round();
    house.one.round();
    assertEquals(List.of("+4741234567 " + HELLO), provider.arrived);
    assertEquals(List.of("first sent"), house.states());
  }

  @Test
  void whatTheJournalDoesNotTakeIsNotReleasedAndWhatIsRefusedIsNoLine() {
    TextId id = TextId.fresh();
    String refuse = "ALTER TABLE journal ADD CONSTRAINT is_full CHECK (false) NOT VALID";
    get(house.pool.query(refuse).execute());
    assertThrows(PgException.class, () -> house.begins(house.one, id, PHONE, HELLO));
    assertEquals(List.of(), house.states());
    get(house.pool.query("ALTER TABLE journal DROP CONSTRAINT is_full").execute());
    assertInstanceOf(Releasing.Queued.class, house.begins(house.one, id, PHONE, HELLO));
    assertInstanceOf(Releasing.Queued.class, house.begins(house.one, id, PHONE, HELLO));
    assertInstanceOf(Releasing.Refused.class, house.begins(house.one, PHONE, HELLO));
    String lines = "SELECT FROM journal WHERE line LIKE '%text.release%'";
    assertEquals(1, get(house.pool.query(lines).execute()).size());
  }

  @Test
  void twoWorkersWhoReleaseToOneNumberAtOnceSendOneText() {
    CorrespondenceForTests.Process other = house.new Process();
    Future<List<Releasing.Outcome>> all =
        Future.all(
                IntStream.range(0, 8)
                    .mapToObj(
                        i ->
                            Future.succeededFuture()
                                .compose(
                                    now ->
                                        (i % 2 == 0 ? house.one : other)
                                            .releasing.begin(house.kari.id(), beginning())))
                    .toList())
            .map(done -> done.list());
    assertEquals(1, get(all).stream().filter(each -> each instanceof Releasing.Queued).count());
    house.one.round();
    other.round();
    assertEquals(1, provider.arrived.size());
  }

  private Releasing.Beginning beginning() {
    return new Releasing.Beginning(
        TextId.fresh(),
        CorrespondenceForTests.SERVICE,
        house.tagged(PHONE),
        PHONE,
        Occasion.FIRST,
        Language.NB,
        HELLO,
        Optional.empty());
  }

  @Test
  void oneFirstTextAndThenSilence() {
    house.begins(house.one, PHONE, HELLO);
    house.one.round();
    house.later(Duration.ofDays(6));
    assertEquals(
        new Releasing.Refused(new Releasing.Forbidden(Permission.Why.SILENCE)),
        house.begins(house.one, PHONE, HELLO));
  }

  @Test
  void whatTellsTooMuchIsNotSent() {
    Releasing.Telling telling =
        assertInstanceOf(
            Releasing.Telling.class,
            house.begins(house.one, PHONE, "Hei, vi hjelper deg som selger sex."));
    assertEquals(List.of("sex", "selger sex"), telling.words());
    assertEquals(List.of(), house.states());
  }

  @Test
  void whatIsReleasedInTheEveningWaitsForTenAndNeverForASunday() {
    house.at("2026-11-21T20:00");
    assertEquals(
        new Releasing.Queued(Instant.parse("2026-11-23T09:00:00Z")),
        house.begins(house.one, PHONE, HELLO));
    house.at("2026-11-22T12:00");
    house.one.round();
    assertEquals(List.of(), provider.arrived);
    house.at("2026-11-23T10:00");
    house.one.round();
    assertEquals(1, provider.arrived.size());
  }

  @Test
  void aServiceBeginsOnSundaysWhenItSaysSo() {
    house.manners = new Manners(true, false);
    house.at("2026-11-21T20:00");
    assertEquals(
        new Releasing.Queued(Instant.parse("2026-11-22T09:00:00Z")),
        house.begins(house.one, PHONE, HELLO));
    house.at("2026-11-22T10:00");
    house.one.round();
    assertEquals(1, provider.arrived.size());
  }

  @Test
  void mannersAreThoseOfTheMomentWhenATextGoesOut() {
    house.manners = new Manners(true, true);
    house.at("2026-11-21T20:00");
    house.begins(house.one, PHONE, HELLO);
    house.manners = new Manners(false, false, LocalTime.of(12, 0), LocalTime.of(14, 0));
    for (String quiet : List.of("2026-11-22T12:00", "2026-11-23T11:59")) {
      house.at(quiet);
      house.one.round();
      assertEquals(List.of(), provider.arrived);
    }
    house.at("2026-11-23T12:00");
    house.one.round();
    assertEquals(1, provider.arrived.size());
  }

  @Test
  void aServiceOfWhichNothingIsKnownBeginsNothingAndAnswersAtOnce() {
    house.manners = Manners.UNKNOWN;
    assertEquals(
        new Releasing.Refused(new Releasing.Forbidden(Permission.Why.NO_HOUR)),
        house.begins(house.one, PHONE, HELLO));
    house.says(PHONE, "1", "hei");
    assertInstanceOf(Threads.Out.class, house.answers("Hei!"));
    house.one.round();
    assertEquals(2, provider.arrived.size());
  }

  @Test
  void anOptOutBetweenReleaseAndSendingStopsTheText() {
    house.at("2026-11-20T21:00");
    house.begins(house.one, PHONE, HELLO);
    get(house.optOuts.stop(house.tagged(PHONE).stop(), OptOuts.Source.WORD, house.now));
    house.at("2026-11-21T10:00");
    house.one.round();
    assertEquals(List.of(), provider.arrived);
    assertEquals(List.of("first stopped"), house.states());
  }

  @Test
  void whatNeverLeftIsNoContact() {
    house.at("2026-11-20T21:00");
    CorrespondenceForTests.Process other = house.new Process();
    house.begins(other, PHONE, HELLO);
    house.at("2026-11-21T11:00");
    house.one.round();
    assertEquals(List.of("first again"), house.states());
    assertInstanceOf(Releasing.Queued.class, house.begins(house.one, PHONE, HELLO));
  }

  @Test
  void reportsMoveAStateForwardOnlyTwiceAndOutOfOrder() {
    TextId id = TextId.fresh();
    house.begins(house.one, id, PHONE, HELLO);
    house.one.round();
    report(id, Told.Delivery.FAILED);
    assertEquals(List.of("first failed"), house.states());
    report(id, Told.Delivery.SENT);
    assertEquals(List.of("first failed"), house.states());
    report(id, Told.Delivery.DELIVERED);
    report(id, Told.Delivery.FAILED);
    report(id, Told.Delivery.DELIVERED);
    assertEquals(List.of("first delivered"), house.states());
  }

  @Test
  void aReportFindsItsTextByTheProvidersNameForIt() {
    house.begins(house.one, PHONE, HELLO);
    house.one.round();
    get(
        house.one.told(
            CorrespondenceForTests.SERVICE,
            List.of(new Told.Report(new Told.ById("id-1"), Told.Delivery.DELIVERED))));
    assertEquals(List.of("first delivered"), house.states());
  }

  @Test
  void theStoresHoldNoNumberAndNoText() {
    house.says(PHONE, "a", "Kanarifugl i buret");
    house.begins(house.one, number("+4798765432"), "Kanarifugl ut");
    house.one.round();
    StringBuilder all = new StringBuilder();
    for (String table : List.of("thread", "message", "release", "begun", "heard", "told")) {
      for (Row row :
          get(house.pool.query("SELECT t::text AS row FROM " + table + " t").execute())) {
        all.append(row.getString("row"));
      }
    }
    for (String canary :
        List.of("41234567", "98765432", "Kanari", hex("41234567"), hex("Kanari"))) {
      assertEquals(-1, all.indexOf(canary), canary);
    }
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  private void report(TextId id, Told.Delivery delivery) {
    get(
        house.one.told(
            CorrespondenceForTests.SERVICE,
            List.of(new Told.Report(new Told.ByKey(id), delivery))));
  }
}
