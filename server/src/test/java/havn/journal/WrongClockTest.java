package havn.journal;

import static havn.Eventually.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import havn.seal.Hash;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The journal keeps its lines while a clock is wrong, or two processes look at once. The days lie
/// far back, for a database that knows today.
class WrongClockTest {

  private static final Instant NOW = Instant.parse("2022-11-20T12:00:00Z");
  private static final Instant OLD = NOW.minus(Duration.ofDays(400));
  private static final Instant AHEAD = NOW.plus(Duration.ofDays(400));
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration A_DAY = Duration.ofDays(1);

  private final JournalForTests house = new JournalForTests();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aClockThatJumpsAheadCutsNothingBeforeItHasRunForAWeek() {
    house.write(3, NOW.minus(A_DAY));
    house.look(NOW);
    house.look(AHEAD);
    house.write(1, AHEAD.plus(HOUR));
    for (int days = 1; days < 7; days++) {
      house.look(AHEAD.plus(A_DAY.multipliedBy(days)));
    }
    assertEquals(List.of(1L, 2L, 3L, 4L), house.left());
    house.look(AHEAD.plus(Journal.BELIEVED));
    assertEquals(List.of(4L, 5L), house.left());
  }

  @Test
  void aClockThatJumpsAheadForgetsNotWhereTheJournalStood() {
    house.write(3, NOW);
    house.look(NOW);
    house.look(AHEAD);
    house.owner("DELETE FROM journal WHERE number = 3");
    assertEquals(OptionalLong.of(3), house.look(NOW.plus(HOUR)).flawed());
    assertEquals(
        1,
        get(house
                .pool
                .preparedQuery("SELECT FROM journal_checkpoint WHERE at = $1")
                .execute(Tuple.of(NOW.atOffset(java.time.ZoneOffset.UTC))))
            .size());
  }

  @Test
  void aCheckpointOfTheFutureStopsNoLook() {
    house.look(AHEAD);
    house.write(2, NOW);
    assertEquals(2, house.look(NOW).stands().lines());
    house.write(1, NOW);
    assertEquals(2, house.look(NOW.plus(HOUR).minusSeconds(1)).stands().lines());
    assertEquals(3, house.look(NOW.plus(HOUR)).stands().lines());
  }

  @Test
  void linesThatWereCutOffShowAlsoAfterACheckpointOfTheFuture() {
    house.write(3, NOW);
    house.look(AHEAD);
    house.write(2, NOW);
    assertEquals(5, house.look(NOW).stands().lines());
    house.owner("DELETE FROM journal WHERE number = 5");
    assertEquals(OptionalLong.of(5), house.look(NOW.plus(HOUR)).flawed());
  }

  @Test
  void aProcessWhoseClockIsALittleAheadHasLookedForBoth() {
    house.write(1, NOW);
    house.look(NOW.plusSeconds(30));
    house.write(1, NOW);
    assertEquals(1, house.look(NOW).stands().lines());
  }

  @Test
  void linesThatAnotherProcessCutsDuringALookAreNoFlaw() {
    house.write(3, OLD);
    house.write(2, NOW);
    house.look(NOW.minus(Journal.BELIEVED));
    AtomicBoolean cut = new AtomicBoolean();
    Journal cutMeanwhile =
        (Journal)
            Proxy.newProxyInstance(
                Journal.class.getClassLoader(),
                new Class<?>[] {Journal.class},
                (proxy, method, given) ->
                    method.getName().equals("whole") && cut.compareAndSet(false, true)
                        ? house.journal.cutOld(5, NOW).compose(done -> house.journal.whole())
                        : method.invoke(house.journal, given));
    house.checks = new Checks(cutMeanwhile);
    Checkpoint made = house.look(NOW);
    assertEquals(OptionalLong.empty(), made.flawed());
    assertEquals(6, made.stands().lines());
    assertEquals(List.of(4L, 5L, 6L), house.left());
  }

  @Test
  void linesThatWereCutBeforeTheirTimeShowAlsoWhenALineSaysSo() {
    house.write(2, NOW);
    house.look(NOW);
    house.write(3, NOW.plus(HOUR));
    List<JournalLine> lines = get(house.journal.read(1));
    Hash four = lines.get(3).hash();
    JournalLine said =
        JournalLine.after(
            lines.get(4).hash(),
            6,
            NOW.plus(A_DAY),
            Act.SERVER,
            Act.Deed.JOURNAL_CUT,
            four.bytes());
    does("INSERT INTO journal (number, line, hash) VALUES (6, $1, $2)", said.text(), said.hash());
    does("INSERT INTO journal_cut (said, number, hash) VALUES (6, length($1), $2)", "four", four);
    house.owner("DELETE FROM journal WHERE number <= 4");
    assertEquals(OptionalLong.of(5), house.look(NOW.plus(A_DAY.multipliedBy(2))).flawed());
  }

  private void does(String sql, String text, Hash hash) {
    Future<?> done =
        house.pool.preparedQuery(sql).execute(Tuple.of(text, Buffer.buffer(hash.bytes())));
    get(done);
  }
}
