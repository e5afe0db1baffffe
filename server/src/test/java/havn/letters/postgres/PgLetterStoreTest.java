package havn.letters.postgres;

import static havn.Eventually.get;
import static havn.letters.postgres.StoreForTests.END;
import static havn.letters.postgres.StoreForTests.NOW;
import static havn.letters.postgres.StoreForTests.ROSA;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.kernel.id.DeviceId;
import havn.kernel.id.FileId;
import havn.kernel.id.LetterId;
import havn.kernel.id.ServiceId;
import havn.letters.Hand;
import havn.letters.Keeping;
import havn.letters.LetterStore.Head;
import havn.letters.LetterStore.NewAnswer;
import havn.letters.MailboxStore.NewLetter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PgLetterStoreTest {

  private static final Set<ServiceId> OTHERS = Set.of(new ServiceId("nadheim"));

  private StoreForTests store;
  private Hand hand;
  private NewLetter letter;

  @BeforeEach
  void open() {
    store = new StoreForTests();
    hand = store.somebody();
    letter = hand.letter("rosa", NOW);
    get(store.mailboxes.leave(letter));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aLetterIsFoundAsItWasLeft() {
    var found = get(store.letters.find(letter.id(), ROSA, NOW)).orElseThrow();
    assertArrayEquals(letter.file(), found.file());
    assertEquals(
        new Head(
            letter.id(),
            letter.service(),
            letter.mailbox(),
            letter.devices(),
            0,
            false,
            NOW,
            letter.ends()),
        found.head());
  }

  @Test
  void anotherServicesLetterAnEndedOneAndNoneAreTheSame() {
    assertTrue(get(store.letters.find(letter.id(), OTHERS, NOW)).isEmpty());
    assertTrue(get(store.letters.find(letter.id(), ROSA, END)).isEmpty());
    assertTrue(get(store.letters.find(LetterId.fresh(), ROSA, NOW)).isEmpty());
    assertFalse(get(store.letters.mark(letter.id(), OTHERS, true, NOW)));
    assertFalse(
        get(store.letters.reseal(letter.id(), OTHERS, letter.file(), letter.devices(), NOW)));
    assertEquals(List.of(), get(store.letters.heads(OTHERS, NOW)));
    assertEquals(List.of(), get(store.letters.heads(ROSA, END)));
    assertEquals(List.of(), get(store.letters.heads(Set.of(), NOW)));
  }

  @Test
  void lettersWaitingComeFirstEachOldestFirst() {
    NewLetter second = hand.letter("rosa", NOW.plusSeconds(1));
    NewLetter third = hand.letter("rosa", NOW.plusSeconds(2));
    get(store.mailboxes.leave(third));
    get(store.mailboxes.leave(second));
    assertTrue(get(store.letters.mark(letter.id(), ROSA, true, NOW)));
    List<LetterId> ids = get(store.letters.heads(ROSA, NOW)).stream().map(Head::id).toList();
    assertEquals(List.of(second.id(), third.id(), letter.id()), ids);
    assertTrue(get(store.letters.mark(letter.id(), ROSA, false, NOW)));
    assertEquals(letter.id(), get(store.letters.heads(ROSA, NOW)).getFirst().id());
  }

  @Test
  void aLetterSealedAnewTakesThePlaceOfTheOld() {
    List<DeviceId> devices = List.of(DeviceId.fresh(), DeviceId.fresh());
    byte[] file = Hand.sealed(2, "hei");
    assertTrue(get(store.letters.reseal(letter.id(), ROSA, file, devices, NOW)));
    var found = get(store.letters.find(letter.id(), ROSA, NOW)).orElseThrow();
    assertArrayEquals(file, found.file());
    assertEquals(devices, found.head().devices());
  }

  @Test
  void answersAreNumberedOneAfterTheOtherAndNoNumberTwice() {
    assertEquals(Keeping.BEHIND, put(answer(letter, 2)));
    assertEquals(Keeping.KEPT, put(answer(letter, 1)));
    assertEquals(Keeping.BEHIND, put(answer(letter, 1)));
    assertEquals(Keeping.KEPT, put(answer(letter, 2)));
    var opened = get(store.mailboxes.open(hand.mailbox(), NOW)).orElseThrow();
    assertEquals(2, opened.answers().size());
    assertEquals(2, get(store.letters.heads(ROSA, NOW)).getFirst().answers());
  }

  @Test
  void ofTwoAnswersUnderOneNumberOneIsKept() {
    for (int number = 1; number <= 20; number++) {
      PgMailboxStoreTest.assertOneKept(
          store.letters.answer(answer(letter, number)),
          LetterStores.letters(store.other).answer(answer(letter, number)),
          Keeping.BEHIND);
    }
  }

  @Test
  void anAnswerWhoseFileIsTakenLeavesItsNumberFree() {
    FileId file = store.file();
    assertEquals(Keeping.KEPT, put(answer(letter, 1, file)));
    assertEquals(Keeping.NO_SUCH_FILE, put(answer(letter, 2, file)));
    assertEquals(Keeping.KEPT, put(answer(letter, 2, store.file())));
  }

  @Test
  void anAnswerLengthensTheMailboxButNotTheLetter() {
    NewAnswer answer =
        new NewAnswer(
            letter.id(),
            letter.mailbox(),
            1,
            new byte[10],
            List.of(),
            NOW,
            END.plus(Duration.ofDays(5)));
    assertEquals(Keeping.KEPT, put(answer));
    var opened = get(store.mailboxes.open(hand.mailbox(), END)).orElseThrow();
    assertEquals(END.plus(Duration.ofDays(5)), opened.ends());
    assertEquals(1, opened.answers().size());
    assertEquals(List.of(), opened.letters());
  }

  @Test
  void aLetterThatIsGoneIsNotAnswered() {
    NewAnswer answer = answer(letter, 1);
    get(store.mailboxes.delete(hand.mailbox()));
    assertEquals(Keeping.BEHIND, put(answer));
    assertEquals(0, store.rows("answer"));
  }

  private Keeping put(NewAnswer answer) {
    return get(store.letters.answer(answer));
  }

  static NewAnswer answer(NewLetter letter, int number, FileId... files) {
    return new NewAnswer(
        letter.id(), letter.mailbox(), number, new byte[100], List.of(files), NOW, END);
  }
}
