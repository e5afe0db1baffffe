package havn.outreach;

import static havn.Eventually.get;
import static havn.outreach.OutreachForTests.ENDS;
import static havn.outreach.OutreachForTests.NUMBER;
import static havn.outreach.OutreachForTests.SERVICE;
import static havn.outreach.OutreachForTests.batch;
import static havn.outreach.OutreachForTests.fresh;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.channel.PhoneNumber;
import havn.kernel.id.ContactId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.outreach.CardStore.Kept;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What becomes of numbers that come in.
class IntakeTest {

  private OutreachForTests house;

  @BeforeEach
  void open() throws Exception {
    house = new OutreachForTests();
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aPreviewSaysWhatNumbersAreWorthAndKeepsNothing() {
    ContactId card = house.card(NUMBER);
    ContactId called = house.held(house.ola, "41234599");
    house.does(house.ola, called, new CardAct.Called(0));
    house.does(house.ola, called, new CardAct.Never());
    List<Intake.Worth> worth =
        get(house.intake.worth(
                house.ola.id(),
                SERVICE,
                List.of("112", "412 34 567", "hei", "22 12 34 56", "+47 412 34 599", "1881")))
            .orElseThrow();
    assertEquals(1, house.acts("contact.look"));
    assertEquals(new Intake.Nothing(PhoneNumber.Why.SHORT), worth.get(0));
    assertEquals(new Intake.Nothing(PhoneNumber.Why.NO_NUMBER), worth.get(2));
    assertEquals(new Intake.Nothing(PhoneNumber.Why.SHORT), worth.get(5));
    Intake.Number known = (Intake.Number) worth.get(1);
    assertEquals(NUMBER, known.number().e164());
    assertEquals(List.of(card), known.cards());
    assertEquals(false, known.begun());
    Intake.Number landline = (Intake.Number) worth.get(3);
    assertEquals(false, landline.textable());
    assertEquals(List.of(), landline.cards());
    Intake.Number stopped = (Intake.Number) worth.get(4);
    assertEquals(true, stopped.stopped());
    assertEquals(true, stopped.begun());
    assertEquals(2, house.rows("contact"));
  }

  @Test
  void nobodyAsksAboutMoreThanTenThousandNumbersADay() {
    List<String> fifty = Collections.nCopies(50, "112");
    for (int i = 0; i < 200; i++) {
      assertTrue(get(house.intake.worth(house.ola.id(), SERVICE, fifty)).isPresent(), "call " + i);
    }
    assertTrue(get(house.intake.worth(house.ola.id(), SERVICE, fifty)).isEmpty());
    assertTrue(get(house.intake.worth(house.kari.id(), SERVICE, fifty)).isPresent());
    assertEquals(201, house.acts("contact.look"), "what was refused is no look");
    house.later(Duration.ofDays(1));
    assertTrue(get(house.intake.worth(house.ola.id(), SERVICE, fifty)).isPresent());
  }

  @Test
  void theSameImportAgainChangesNothing() {
    Intake.Fresh one = fresh(NUMBER);
    Intake.Fresh none = fresh("22 12 34 56", "112");
    assertEquals(List.of(Kept.KEPT, Kept.NO_NUMBER), house.keep(SERVICE, one, none));
    assertEquals(List.of(Kept.KNOWN, Kept.NO_NUMBER), house.keep(SERVICE, one, none));
    assertEquals(1, house.rows("contact"));
    assertEquals(1, house.rows("contact_tag"));
  }

  @Test
  void cardsThatShareANumberSaySo() {
    ContactId one = house.card(NUMBER, "41234599");
    house.card(NUMBER);
    house.card("41234598");
    assertEquals(1, house.listed(one).card().shared());
    assertEquals(3, get(house.shelves.cards().count(SERVICE, house.now)).numbers());
  }

  @Test
  void aServiceOfAnotherAudienceLearnsNothingOfANumberButItsStop() {
    ContactId called = house.held(house.ola, NUMBER);
    house.does(house.ola, called, new CardAct.Called(0));
    ServiceId buyers = new ServiceId("nadheim");
    ContactId theirs = house.card(buyers, fresh(NUMBER));
    Intake.Number there = worth(buyers);
    assertEquals(false, there.begun());
    assertEquals(List.of(theirs), there.cards());
    assertEquals(true, worth(new ServiceId("bergen")).begun());
    assertEquals(0, get(house.shelves.cards().count(buyers, house.now)).contacted());
    house.does(house.ola, called, new CardAct.Never());
    assertEquals(true, worth(buyers).stopped());
  }

  private Intake.Number worth(ServiceId service) {
    return (Intake.Number)
        get(house.intake.worth(house.ola.id(), service, List.of(NUMBER))).orElseThrow().getFirst();
  }

  @Test
  void aServiceHasFiveThousandCards() {
    house.card(NUMBER);
    get(
        house
            .pool
            .query(
                "INSERT INTO contact (id, service, face, numbers, devices, language, source, batch,"
                    + " adverts, made, ends) SELECT decode(md5(i::text), 'hex'), service, face,"
                    + " numbers, devices, language, source, batch, adverts, made, ends"
                    + " FROM contact, generate_series(1, 4998) AS i")
            .execute());
    assertEquals(
        List.of(Kept.KEPT, Kept.FULL), house.keep(SERVICE, fresh("41234510"), fresh("41234511")));
    assertEquals(List.of(Kept.KEPT), house.keep(OutreachForTests.OTHER, fresh("41234511")));
  }

  @Test
  void aCardEndsTomorrowAtTheEarliestAndInThirteenMonthsAtTheLatest() {
    for (String day : List.of("2026-11-20", "2026-01-01", "2027-12-21")) {
      assertInstanceOf(Intake.BadEnd.class, kept(LocalDate.parse(day), fresh(NUMBER)), day);
    }
    assertInstanceOf(Intake.Done.class, kept(LocalDate.parse("2027-12-20"), fresh(NUMBER)));
    assertInstanceOf(Intake.Done.class, kept(LocalDate.parse("2026-11-21"), fresh(NUMBER)));
  }

  @Test
  void aPartThatIsNoEnvelopeForItsDevicesIsRefused() {
    CardStore.Face face =
        new CardStore.Face(
            "41234567".getBytes(UTF_8), List.of(DeviceId.fresh()), "nb", Optional.empty());
    var plain =
        new Intake.Fresh(ContactId.fresh(), face, OutreachForTests.SEALED, List.of(NUMBER), 0);
    assertInstanceOf(Intake.NotSealed.class, kept(ENDS, plain));
    Intake.Fresh two = fresh(NUMBER);
    var other =
        new CardStore.Face(
            OutreachForTests.SEALED,
            List.of(DeviceId.fresh(), DeviceId.fresh()),
            "nb",
            Optional.empty());
    assertInstanceOf(
        Intake.NotSealed.class,
        kept(ENDS, new Intake.Fresh(two.id(), other, two.sealed(), two.written(), 0)));
    assertEquals(0, house.rows("contact"));
  }

  private Intake.Outcome kept(LocalDate ends, Intake.Fresh card) {
    CardStore.Batch batch = batch(SERVICE);
    return get(
        house.intake.keep(
            house.kari.id(),
            new CardStore.Batch(SERVICE, batch.batch(), batch.source(), ends),
            List.of(card)));
  }
}
