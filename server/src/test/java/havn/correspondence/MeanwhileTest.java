package havn.correspondence;

import static havn.Eventually.get;
import static havn.correspondence.CorrespondenceForTests.PHONE;
import static havn.correspondence.CorrespondenceForTests.SERVICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.channel.TestProvider;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A text that comes between reading and answering waits on.
class MeanwhileTest {

  private final CorrespondenceForTests house = new CorrespondenceForTests(new TestProvider());
  private int seen;

  MeanwhileTest() throws Exception {}

  @BeforeEach
  void somebodyReads() {
    house.says(PHONE, "a", "Hei");
    seen = house.reads();
    house.says(PHONE, "b", "Jeg er i fare");
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void anAnswerToWhatCameBeforeItLeavesItWaiting() {
    house.answers(house.one, "Hei", seen);
    assertTrue(house.waits());
    house.answers(house.one, "Vi kommer", house.reads());
    assertFalse(house.waits());
  }

  @Test
  void doneLeavesItWaitingForEverybody() {
    acts(new ThreadStore.Take());
    acts(house.done(seen));
    assertTrue(house.waits());
    assertEquals(
        Optional.empty(),
        get(house.threads.find(SERVICE, house.thread(), house.now)).orElseThrow().holder());
    acts(house.done(house.reads()));
    assertFalse(house.waits());
  }

  @Test
  void aRefusalInOwnWordsLeavesItInTheListToBeReadFirst() {
    assertEquals(Threads.Never.UNREAD, never(seen));
    assertTrue(house.waits());
    assertInstanceOf(Releasing.Queued.class, ((Threads.Out) house.answers("Ja.")).outcome());
    assertEquals(Threads.Never.DONE, never(house.reads()));
    assertEquals(
        new Threads.Out(new Releasing.Refused(new Releasing.Stopped())), house.answers("Ja."));
  }

  @Test
  void nothingIsDeletedThatNobodyRead() {
    assertFalse(deletes(seen));
    assertTrue(house.waits());
    assertTrue(deletes(house.reads()));
    assertEquals(List.of(), get(house.threads.all(SERVICE, house.now)));
  }

  private boolean deletes(int read) {
    var delete = new ThreadStore.Delete(house.done(read).seen());
    return get(house.one.desk.act(SERVICE, house.thread(), house.kari.id(), delete));
  }

  private Threads.Never never(int read) {
    var seen = house.done(read).seen();
    return get(house.one.desk.never(SERVICE, house.thread(), house.kari.id(), seen));
  }

  @Test
  void whatWasToldBeforeAndFiledLaterIsNotSeenEither() {
    get(house.pool.query("UPDATE message SET at = at - interval '1 hour' WHERE inward").execute());
    house.answers(house.one, "Hei", seen);
    assertTrue(house.waits());
  }

  @Test
  void aStopIsNothingThatWaitsForAnAnswer() {
    int read = house.reads();
    house.says(PHONE, "c", "STOPP");
    assertEquals(read, house.reads());
  }

  private void acts(ThreadStore.Act act) {
    assertTrue(get(house.one.desk.act(SERVICE, house.thread(), house.kari.id(), act)));
  }
}
