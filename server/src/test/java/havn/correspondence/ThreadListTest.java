package havn.correspondence;

import static havn.Eventually.get;
import static havn.correspondence.CorrespondenceForTests.PHONE;
import static havn.correspondence.CorrespondenceForTests.SERVICE;
import static havn.correspondence.CorrespondenceForTests.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.channel.PhoneNumber;
import havn.channel.TestProvider;
import havn.kernel.id.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Who stands where in the list, and who has a conversation.
class ThreadListTest {

  private static final PhoneNumber SECOND = number("+4798765432");
  private static final PhoneNumber STOPPED = number("+4791234567");
  private static final PhoneNumber ANSWERED = number("+4792345678");

  private static final String LAST = "SELECT max(word) FROM thread";

  private final CorrespondenceForTests house = new CorrespondenceForTests(new TestProvider());

  ThreadListTest() throws Exception {}

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void whoWaitedLongestIsFirstAndWhoSaidStopAndMayNotBeAnsweredIsLastOfThem() {
    says(STOPPED, "a", "Hei");
    says(STOPPED, "b", "STOPP");
    says(PHONE, "c", "Hei");
    says(SECOND, "d", "Hei");
    says(ANSWERED, "e", "Hei");
    get(house.pool.query("UPDATE thread SET waits = false WHERE word = (" + LAST + ")").execute());
    assertEquals(List.of(PHONE, SECOND, STOPPED, ANSWERED), order());
    says(STOPPED, "f", "Jeg trenger hjelp likevel");
    assertEquals(List.of(STOPPED, PHONE, SECOND, ANSWERED), order(), "she may be answered again");
  }

  @Test
  void whoWritesOnceMoreHasWaitedNoShorterForIt() {
    says(PHONE, "a", "Hei");
    Instant began = house.now;
    says(SECOND, "b", "Hei");
    house.later(Duration.ofHours(1));
    says(PHONE, "c", "Er du der?");
    assertEquals(List.of(PHONE, SECOND), order());
    assertEquals(began, since(0));
    house.answers("Ja");
    says(PHONE, "d", "Takk. En ting til:");
    assertEquals(List.of(SECOND, PHONE), order());
    assertEquals(house.now, since(1), "they were answered, and began to wait anew");
  }

  @Test
  void whoWroteTwiceMoreThanWasAnsweredHasWaitedSinceTheFirstOfThese() {
    says(PHONE, "a", "Hei");
    int read = house.reads();
    house.later(Duration.ofMinutes(5));
    says(PHONE, "b", "Og forresten");
    Instant first = house.now;
    house.later(Duration.ofMinutes(5));
    says(PHONE, "c", "Hallo?");
    house.answers(house.one, "Hei", read);
    assertEquals(first, since(0));
    house.answers(house.one, "Hei", 0);
    assertEquals(first, since(0), "of what was answered without being read");
  }

  private Instant since(int nth) {
    return get(house.threads.all(SERVICE, house.now))
        .get(nth)
        .waiting()
        .map(ThreadStore.Waiting::since)
        .orElseThrow();
  }

  @Test
  void ofMoreThanTwoHundredTheOneWhoWaitedLongestIsNeverLeftOut() {
    says(PHONE, "first", "Hei");
    for (int i = 0; i < ThreadStore.MOST; i++) {
      says(number("+4741" + (300_000 + i)), "id " + i, "Hei");
    }
    Threads.All all = get(house.one.desk.all(SERVICE, Optional.empty()));
    assertEquals(ThreadStore.MOST, all.threads().size());
    assertTrue(all.more());
    assertEquals(PHONE, order().getFirst());
    get(house.pool.query("DELETE FROM thread WHERE word = (" + LAST + ")").execute());
    assertFalse(get(house.one.desk.all(SERVICE, Optional.empty())).more());
  }

  @Test
  void whatSomebodyHasWhoLeftIsEverybodys() {
    says(PHONE, "a", "Hei");
    assertTrue(takes(house.kari.id()));
    assertFalse(takes(StaffId.fresh()), "Kari has it");
    get(house.pool.query("UPDATE staff SET gone = now()").execute());
    assertTrue(holder().isEmpty());
    var done = house.done(house.reads());
    assertTrue(get(house.one.desk.act(SERVICE, house.thread(), StaffId.fresh(), done)));
  }

  private Optional<ThreadStore.Holder> holder() {
    return get(house.threads.find(SERVICE, house.thread(), house.now)).orElseThrow().holder();
  }

  private boolean takes(StaffId who) {
    return get(house.one.desk.act(SERVICE, house.thread(), who, new ThreadStore.Take()));
  }

  private void says(PhoneNumber from, String id, String text) {
    house.later(Duration.ofSeconds(1));
    house.says(from, id, text);
  }

  private List<PhoneNumber> order() {
    List<PhoneNumber> numbers = List.of(PHONE, SECOND, STOPPED, ANSWERED);
    return get(house.one.desk.all(SERVICE, Optional.empty())).threads().stream()
        .flatMap(
            one ->
                numbers.stream()
                    .filter(
                        number ->
                            Arrays.equals(
                                house.tagged(number).contact(), one.thread().known().contact())))
        .toList();
  }
}
