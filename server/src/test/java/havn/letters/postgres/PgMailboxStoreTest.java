package havn.letters.postgres;

import static havn.Eventually.get;
import static havn.letters.postgres.StoreForTests.END;
import static havn.letters.postgres.StoreForTests.NOW;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.kernel.id.FileId;
import havn.letters.Bounds;
import havn.letters.Hand;
import havn.letters.Keeping;
import havn.letters.MailboxStore.NewLetter;
import havn.letters.MailboxStore.Opened;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PgMailboxStoreTest {

  private StoreForTests store;

  @BeforeAll
  void open() {
    store = new StoreForTests();
  }

  @AfterAll
  void close() {
    store.close();
  }

  @Test
  void aMailboxIsMadeOnceAndMakingItAgainChangesNothing() {
    Hand hand = new Hand();
    byte[] note = hand.note("ord");
    assertEquals(Keeping.KEPT, store.create(hand, note));
    assertEquals(Keeping.KEPT, store.create(hand, note));
    assertEquals(Keeping.BEHIND, store.create(hand, hand.note("annet")));
    Opened opened = get(store.mailboxes.open(hand.mailbox(), NOW)).orElseThrow();
    assertEquals(1, opened.version());
    assertArrayEquals(note, opened.note());
    assertEquals(List.of(), opened.letters());
    assertEquals(END, opened.ends());
  }

  @Test
  void aNoteIsReplacedByTheNextVersionOnly() {
    Hand hand = store.somebody();
    byte[] second = hand.note("to");
    assertEquals(Keeping.KEPT, note(hand, 2, second));
    assertEquals(Keeping.BEHIND, note(hand, 2, second));
    assertEquals(Keeping.BEHIND, note(hand, 4, second));
    assertEquals(Keeping.UNKNOWN, note(new Hand(), 2, second));
  }

  @Test
  void ofTwoPagesThatWriteANoteAtOnceOneIsFirst() {
    Hand hand = store.somebody();
    for (int version = 2; version < 22; version++) {
      var one = store.mailboxes.note(hand.mailbox(), version, hand.note("en"), NOW);
      var two =
          LetterStores.mailboxes(store.other).note(hand.mailbox(), version, hand.note("to"), NOW);
      assertOneKept(one, two, Keeping.BEHIND);
    }
  }

  @Test
  void whatHasEndedIsNotThereAndMayBeMadeAnew() {
    Hand hand = store.somebody();
    get(store.mailboxes.leave(hand.letter("rosa", NOW)));
    Instant later = END;
    assertTrue(get(store.mailboxes.open(hand.mailbox(), later)).isEmpty());
    assertEquals(
        Keeping.UNKNOWN, get(store.mailboxes.note(hand.mailbox(), 2, hand.note("x"), later)));
    assertEquals(Keeping.UNKNOWN, get(store.mailboxes.leave(hand.letter("rosa", later))));
    Instant end = later.plus(Duration.ofDays(30));
    assertEquals(
        Keeping.KEPT, get(store.mailboxes.create(hand.mailbox(), hand.note("ny"), end, later)));
    Opened opened = get(store.mailboxes.open(hand.mailbox(), later)).orElseThrow();
    assertEquals(List.of(), opened.letters());
  }

  @Test
  void aMailboxLivesAsLongAsItsLongestLetter() {
    Hand hand = store.somebody();
    NewLetter letter = hand.letter("rosa", NOW.plusSeconds(5));
    assertEquals(Keeping.KEPT, get(store.mailboxes.leave(letter)));
    Opened opened = get(store.mailboxes.open(hand.mailbox(), NOW)).orElseThrow();
    assertEquals(letter.ends(), opened.ends());
    assertEquals(letter.id(), opened.letters().getFirst().id());
    assertEquals(letter.at(), opened.letters().getFirst().at());
  }

  @Test
  void aLetterWithoutAMailboxIsNotKept() {
    assertEquals(Keeping.UNKNOWN, get(store.mailboxes.leave(new Hand().letter("rosa", NOW))));
  }

  @Test
  void theTwentyFirstLetterIsRefusedAlsoWhenManyComeAtOnce() {
    Hand hand = store.somebody();
    var other = LetterStores.mailboxes(store.other);
    List<Future<Keeping>> left = new java.util.ArrayList<>();
    for (int i = 0; i < Bounds.LETTERS_PER_MAILBOX + 6; i++) {
      left.add((i % 2 == 0 ? store.mailboxes : other).leave(hand.letter("rosa", NOW)));
    }
    get(Future.all(left));
    assertEquals(20, left.stream().filter(one -> one.result() == Keeping.KEPT).count());
    assertEquals(6, left.stream().filter(one -> one.result() == Keeping.FULL).count());
  }

  @Test
  void aLetterTakesItsFilesOrIsNotKept() {
    Hand hand = store.somebody();
    FileId file = store.file();
    assertEquals(
        Keeping.NO_SUCH_FILE,
        get(store.mailboxes.leave(hand.letter("rosa", NOW, file, FileId.fresh()))));
    assertEquals(List.of(), get(store.mailboxes.open(hand.mailbox(), NOW)).orElseThrow().letters());
    assertEquals(Keeping.KEPT, get(store.mailboxes.leave(hand.letter("rosa", NOW, file))));
    assertEquals(Keeping.NO_SUCH_FILE, get(store.mailboxes.leave(hand.letter("rosa", NOW, file))));
    assertTrue(get(store.files.find(file, END.minusSeconds(1))).isPresent());
    assertTrue(get(store.files.find(file, END)).isEmpty());
  }

  @Test
  void ofTwoLettersThatNameAFileAtOnceOneIsKept() {
    Hand one = store.somebody();
    Hand two = store.somebody();
    for (int round = 0; round < 15; round++) {
      FileId a = store.file();
      FileId b = store.file();
      assertOneKept(
          store.mailboxes.leave(one.letter("rosa", NOW, a, b)),
          LetterStores.mailboxes(store.other).leave(two.letter("rosa", NOW, b, a)),
          Keeping.NO_SUCH_FILE);
    }
  }

  @Test
  void deletingRemovesEverythingAndDoingItAgainDoesNothing() {
    try (StoreForTests alone = new StoreForTests()) {
      Hand hand = alone.somebody();
      FileId file = alone.file();
      NewLetter letter = hand.letter("rosa", NOW, file);
      get(alone.mailboxes.leave(letter));
      get(alone.letters.answer(PgLetterStoreTest.answer(letter, 1, alone.file())));
      for (String table : List.of("mailbox", "letter", "answer")) {
        assertEquals(1, alone.rows(table), table);
      }
      get(alone.mailboxes.delete(hand.mailbox()));
      get(alone.mailboxes.delete(hand.mailbox()));
      for (String table : List.of("mailbox", "letter", "answer", "sealed_file")) {
        assertEquals(0, alone.rows(table), table);
      }
    }
  }

  private Keeping note(Hand hand, int version, byte[] note) {
    return get(store.mailboxes.note(hand.mailbox(), version, note, NOW));
  }

  static void assertOneKept(Future<Keeping> one, Future<Keeping> two, Keeping other) {
    get(Future.all(one, two));
    List<Keeping> both = Arrays.asList(one.result(), two.result());
    assertTrue(both.contains(Keeping.KEPT) && both.contains(other), both::toString);
  }
}
