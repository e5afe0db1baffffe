package havn.outreach;

import static havn.Eventually.get;
import static havn.outreach.OutreachForTests.NUMBER;
import static havn.outreach.OutreachForTests.OTHER;
import static havn.outreach.OutreachForTests.SEALED;
import static havn.outreach.OutreachForTests.SERVICE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.kernel.id.ContactId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.letters.Desk;
import havn.letters.Hand;
import havn.letters.MailboxKeys;
import havn.outreach.SealStore.Sealed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Cards that outlive the keys to which they were sealed.
class ResealingTest {

  private OutreachForTests house;
  private Resealing resealing;
  private Desk ola;
  private Desk kari;
  private DeviceId first;
  private DeviceId second;

  @BeforeEach
  void open() throws Exception {
    house = new OutreachForTests();
    resealing = house.resealing();
    ola = new Desk(house.now);
    kari = new Desk(house.now);
    first = ola.id;
    second = kari.id;
    house.rostered(ola, kari);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aCardThatANewDeviceCannotOpenIsSealedAnewForIt() {
    ContactId card = card(first);
    assertEquals(List.of(), stale(first));
    Sealed found = stale(first, second).getFirst();
    assertEquals(card, found.card());
    assertArrayEquals(SEALED, found.numbers());
    byte[] anew = Hand.sealed(2, "numre");
    Sealed sealed = new Sealed(card, anew, anew, found.version());
    assertFalse(get(resealing.replace(OTHER, sealed, List.of(first, second))));
    assertTrue(get(resealing.replace(SERVICE, sealed, List.of(first, second))));
    assertFalse(get(resealing.replace(SERVICE, sealed, List.of(first, second))), "meanwhile");
    assertEquals(List.of(), stale(first, second));
    var numbers = get(house.cards.open(house.ola, SERVICE, card, CardPart.SEND)).orElseThrow();
    assertArrayEquals(anew, numbers.file());
    assertEquals(1, house.acts("contact.reseal"), "an answer without cards is no line");
  }

  @Test
  void eachCardThatIsHandedOutIsALineOfTheJournal() {
    for (int i = 0; i < 3; i++) {
      card(first, "412345" + (10 + i));
    }
    assertEquals(3, stale(first, second).size());
    assertEquals(3, house.acts("contact.reseal"));
  }

  @Test
  void aDeviceGetsOnlyWhatItCanOpenAndHearsHowMuchItCannot() {
    card(first);
    assertEquals(List.of(), stale(second, first), "it is sealed to Ola's device alone");
    assertEquals(1, found(second, Optional.empty(), first, second).closed());
    assertEquals(0, found(first, Optional.empty(), first, second).closed(), "it gets the card");
    assertEquals(1, house.acts("contact.reseal"));
  }

  @Test
  void whoIsNoReaderOrWouldSealToStrangersGetsNothing() {
    card(first);
    DeviceId stranger = DeviceId.fresh();
    var not = new Resealing.NotReaders();
    assertEquals(not, asks(first, SERVICE, List.of(first, stranger)));
    assertEquals(not, asks(first, OTHER, List.of(first)), "a service it does not read for");
    assertEquals(not, asks(stranger, SERVICE, List.of(stranger)));
    assertEquals(0, house.acts("contact.reseal"));
  }

  @Test
  void aReaderBeyondTheNewestNineSealsAnewForTheseWhatTheyCannotOpen() {
    ContactId card = card(first);
    var found = assertInstanceOf(Resealing.Found.class, asks(first, SERVICE, List.of(second)));
    assertEquals(List.of(card), found.cards().stream().map(Sealed::card).toList());
  }

  private Resealing.Stale asks(DeviceId from, ServiceId service, List<DeviceId> devices) {
    var wanted = new Resealing.Wanted(devices, Optional.empty(), Optional.empty());
    return get(resealing.stale(new Resealing.Asker(house.ola.id(), from), service, wanted));
  }

  @Test
  void twentyThousandCardsADayAreEnough() {
    Asking asking = new Asking(Asking.CARDS);
    var today = LocalDate.of(2026, 11, 20);
    for (int cards = 0; cards < 20_000; cards += 5) {
      assertTrue(asking.takes(house.ola.id(), 5, today));
    }
    assertFalse(asking.takes(house.ola.id(), 1, today));
    assertTrue(asking.takes(house.kari.id(), 5, today));
    assertTrue(asking.takes(house.ola.id(), 5, today.plusDays(1)));
  }

  @Test
  void aNoteDoesNotHideThatTheNumbersAreSealedForOthers() {
    ContactId card = card(first);
    house.does(house.ola, card, new CardAct.Take());
    var face = new CardStore.Rewritten(SEALED, List.of(first, second), Optional.empty());
    assertTrue(get(house.cards.write(house.ola, SERVICE, card, face, 1)));
    assertEquals(1, stale(first, second).size());
    assertEquals(List.of(), stale(first));
    var alone = new CardStore.Rewritten(SEALED, List.of(second), Optional.empty());
    assertTrue(get(house.cards.write(house.ola, SERVICE, card, alone, 2)));
    assertEquals(List.of(), stale(first), "nobody has both parts");
    assertEquals(1, found(first, Optional.empty(), first).closed());
  }

  @Test
  void aCardIsSealedAnewEveryTwoWeeksBeforeKeysAreDestroyed() {
    for (int i = 0; i < 7; i++) {
      card(first, "412345" + (10 + i));
    }
    house.later(Duration.ofDays(15));
    List<Sealed> five = stale(first);
    assertEquals(5, five.size());
    var after = Optional.of(five.getLast().card());
    assertEquals(2, found(first, after, first).cards().size());
  }

  @Test
  void whoeverComesBackAsksForAllThatWasSealedMeanwhile() {
    card(first);
    Instant made = house.now;
    house.later(Duration.ofDays(3));
    assertEquals(0, stale(Optional.of(made), first).size(), "not after that moment");
    assertEquals(0, stale(Optional.of(house.now), first).size(), "it has no key since then");
    house.states(ola);
    assertEquals(1, stale(Optional.of(house.now), first).size());
    house.later(Duration.ofHours(1));
    card(first, "+4741234599");
    house.later(Duration.ofHours(1));
    Instant toCome = house.now.plus(Duration.ofDays(9));
    assertEquals(1, stale(Optional.of(toCome), first).size(), "not what is newer than its key");
    house.later(Duration.ofDays(12));
    assertEquals(1, stale(Optional.of(Instant.EPOCH), first).size(), "two weeks are enough anyway");
  }

  @Test
  void aCardIsSealedAnewAsSoonAsADeviceThatCanOpenItLeftTheRoster() {
    card(List.of(first, second), NUMBER);
    assertEquals(List.of(), stale(first, second));
    house.rostered(kari);
    Sealed found = stale(second).getFirst();
    assertTrue(resealing.mayRead(SERVICE, List.of(second)));
    assertFalse(resealing.mayRead(SERVICE, List.of(first, second)));
    assertFalse(resealing.mayRead(OTHER, List.of(second)), "a device of another service");
    assertTrue(get(resealing.replace(SERVICE, found, List.of(second))));
    assertEquals(List.of(), stale(second));
  }

  @Test
  void aKeyThatEndedOpensForFiveWeeksMore() {
    MailboxKeys keys = house.mailboxKeys();
    house.states(ola);
    house.later(Duration.ofDays(41));
    house.rostered(ola, kari);
    assertEquals(List.of(), get(keys.of(Set.of(SERVICE))));
    assertEquals(first, get(keys.lately(Set.of(SERVICE))).getFirst().device());
    assertEquals(List.of(), get(keys.lately(Set.of(OTHER))));
    house.rostered(kari);
    assertEquals(List.of(), get(keys.lately(Set.of(SERVICE))), "it left the roster");
    house.rostered(ola, kari);
    house.later(Duration.ofDays(1));
    assertEquals(List.of(), get(keys.lately(Set.of(SERVICE))));
  }

  private ContactId card(DeviceId device) {
    return card(device, NUMBER);
  }

  private ContactId card(DeviceId device, String number) {
    return card(List.of(device), number);
  }

  private ContactId card(List<DeviceId> devices, String number) {
    byte[] sealed = devices.size() == 1 ? SEALED : Hand.sealed(devices.size(), "nummer");
    var face = new CardStore.Face(sealed, devices, "nb", Optional.empty());
    return house.card(
        SERVICE, new Intake.Fresh(ContactId.fresh(), face, sealed, List.of(number), 1));
  }

  private List<Sealed> stale(DeviceId... devices) {
    return stale(Optional.empty(), devices);
  }

  /// What the first of these devices gets, which would seal to all.
  private List<Sealed> stale(Optional<Instant> before, DeviceId... devices) {
    var wanted = new Resealing.Wanted(List.of(devices), before, Optional.empty());
    return found(devices[0], wanted).cards();
  }

  private Resealing.Found found(DeviceId from, Optional<ContactId> after, DeviceId... devices) {
    return found(from, new Resealing.Wanted(List.of(devices), Optional.empty(), after));
  }

  private Resealing.Found found(DeviceId from, Resealing.Wanted wanted) {
    var asker = new Resealing.Asker(house.ola.id(), from);
    return assertInstanceOf(Resealing.Found.class, get(resealing.stale(asker, SERVICE, wanted)));
  }
}
