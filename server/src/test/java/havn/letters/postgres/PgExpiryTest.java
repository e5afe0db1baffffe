package havn.letters.postgres;

import static havn.Eventually.get;
import static havn.letters.postgres.StoreForTests.END;
import static havn.letters.postgres.StoreForTests.NOW;
import static havn.letters.postgres.StoreForTests.PLENTY;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.kernel.id.DeviceId;
import havn.kernel.id.FileId;
import havn.letters.Expiry;
import havn.letters.Expiry.Kind;
import havn.letters.FileShape;
import havn.letters.Hand;
import havn.letters.Keeping;
import havn.letters.MailboxKeyStore;
import havn.letters.MailboxKeyStore.Stated;
import havn.letters.MailboxStore.NewLetter;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Files, keys, and what removes everything that has ended.
class PgExpiryTest {

  private static final Duration WEEK = Duration.ofDays(7);

  private StoreForTests store;
  private Expiry expiry;

  @BeforeEach
  void open() {
    store = new StoreForTests();
    expiry = LetterStores.expiry(store.pool);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void theLargestFileComesBackByteForByte() {
    FileId id = FileId.fresh();
    byte[] content = Hand.file(FileShape.MOST_BYTES);
    assertTrue(get(store.files.keep(id, content, END, PLENTY)));
    assertArrayEquals(content, get(store.files.find(id, NOW)).orElseThrow());
    assertTrue(get(store.files.find(FileId.fresh(), NOW)).isEmpty());
  }

  @Test
  void aFileThatWouldPassTheTotalIsRefused() {
    long room = 2 * 16_400;
    for (int i = 0; i < 2; i++) {
      assertTrue(get(store.files.keep(FileId.fresh(), Hand.file(16_400), END, room)));
    }
    assertFalse(get(store.files.keep(FileId.fresh(), Hand.file(16_400), END, room)));
  }

  @Test
  void nothingIsRemovedBeforeItsEnd() {
    filled();
    get(expiry.sweep(NOW.plus(Duration.ofMinutes(59))));
    assertRows(1, 1, 1, 3);
  }

  @Test
  void anUnclaimedFileIsRemovedAfterAnHour() {
    filled();
    Map<Kind, Integer> swept = get(expiry.sweep(NOW.plus(Duration.ofHours(1))));
    assertEquals(1, swept.get(Kind.FILE));
    assertRows(1, 1, 1, 2);
  }

  @Test
  void everythingIsRemovedAtItsEndAndSweepingAgainFindsNothing() {
    filled();
    Map<Kind, Integer> swept = get(expiry.sweep(END));
    assertEquals(
        Map.of(Kind.FILE, 3, Kind.ANSWER, 1, Kind.LETTER, 1, Kind.MAILBOX, 1, Kind.KEY, 0), swept);
    assertRows(0, 0, 0, 0);
    assertEquals(0, get(expiry.sweep(END)).values().stream().mapToInt(n -> n).sum());
  }

  @Test
  void oneSweepRemovesAtMostAThousandRowsOfAKind() {
    get(
        store
            .pool
            .query(
                "INSERT INTO mailbox (id, version, note, ends) SELECT decode(lpad(to_hex(n), 64,"
                    + " '0'), 'hex'), 1, '', '2026-01-01T00:00Z' FROM generate_series(1, 1500) n")
            .execute());
    assertEquals(1_000, get(expiry.sweep(NOW)).get(Kind.MAILBOX));
    assertEquals(500, get(expiry.sweep(NOW)).get(Kind.MAILBOX));
  }

  @Test
  void twoSweepsAtOnceRemoveEachRowOnce() {
    filled();
    var one = expiry.sweep(END);
    var two = LetterStores.expiry(store.other).sweep(END);
    get(Future.all(one, two));
    assertTrue(
        rows(one, Kind.FILE) + rows(two, Kind.FILE) <= 3
            && rows(one, Kind.MAILBOX) + rows(two, Kind.MAILBOX) <= 1);
    get(expiry.sweep(END));
    assertRows(0, 0, 0, 0);
  }

  @Test
  void theNewestRunningKeyOfEachDeviceIsTold() {
    MailboxKeyStore keys = LetterStores.keys(store.pool);
    DeviceId one = store.device();
    DeviceId two = store.device();
    Stated old = key(one, NOW.minus(Duration.ofDays(6)));
    Stated young = key(one, NOW.minus(Duration.ofDays(1)));
    Stated over = key(two, NOW.minus(WEEK));
    Stated other = key(two, NOW.minus(Duration.ofDays(2)));
    for (Stated each : List.of(young, old, over, other, young)) {
      get(keys.put(each));
    }
    List<Stated> running = get(keys.running(List.of(one, two), 9, NOW));
    assertEquals(2, running.size());
    assertArrayEquals(young.payload(), running.get(0).payload());
    assertArrayEquals(other.payload(), running.get(1).payload());
    assertEquals(young.until(), running.get(0).until());
    assertEquals(1, get(keys.running(List.of(one, two), 1, NOW)).size());
    assertEquals(1, get(keys.running(List.of(two), 9, NOW)).size());
  }

  @Test
  void tenKeysOfADeviceAreKeptAndThoseOlderThan42DaysAreSwept() {
    MailboxKeyStore keys = LetterStores.keys(store.pool);
    DeviceId device = store.device();
    for (int days = 50; days > 30; days--) {
      get(keys.put(key(device, NOW.minus(Duration.ofDays(days)))));
    }
    assertEquals(10, store.rows("mailbox_key"));
    get(keys.put(key(store.device(), NOW.minus(Duration.ofDays(42)))));
    assertEquals(1, get(expiry.sweep(NOW)).get(Kind.KEY));
    assertEquals(10, store.rows("mailbox_key"));
  }

  /// A mailbox, a letter with a file, an answer with a file, and a file nobody names.
  private void filled() {
    Hand hand = store.somebody();
    NewLetter letter = hand.letter("rosa", NOW, store.file());
    assertEquals(Keeping.KEPT, get(store.mailboxes.leave(letter)));
    var answer = PgLetterStoreTest.answer(letter, 1, store.file());
    assertEquals(Keeping.KEPT, get(store.letters.answer(answer)));
    store.file();
  }

  private static int rows(Future<Map<Kind, Integer>> swept, Kind kind) {
    return swept.result().getOrDefault(kind, 0);
  }

  private void assertRows(long mailboxes, long letters, long answers, long files) {
    assertEquals(
        List.of(mailboxes, letters, answers, files),
        List.of(
            store.rows("mailbox"),
            store.rows("letter"),
            store.rows("answer"),
            store.rows("sealed_file")));
  }

  private static Stated key(DeviceId device, Instant from) {
    return new Stated(device, Hand.file(1_300), Hand.file(64), from, from.plus(WEEK));
  }
}
