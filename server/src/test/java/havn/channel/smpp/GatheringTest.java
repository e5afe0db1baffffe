package havn.channel.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatheringTest {

  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
  private static final Gathering.Key KEY = new Gathering.Key("+4741234567", "us", 7, 3);

  private final Gathering gathering = new Gathering();

  @Test
  void whatDoesNotComeInFullIsToldWithItsGapAfterTenMinutes() {
    gathering.add(KEY, new Piece(7, 1, 3, "Hei, "), NOW);
    gathering.add(KEY, new Piece(7, 3, 3, "?"), NOW);
    assertEquals(List.of(), gathering.tooLate(NOW.plus(Duration.ofMinutes(10))));
    var late = gathering.tooLate(NOW.plus(Duration.ofMinutes(10)).plusMillis(1));
    assertEquals(List.of(new Gathering.Whole(KEY, "Hei, […]?")), late);
    gathering.done(KEY);
    assertEquals(List.of(), gathering.tooLate(NOW.plus(Duration.ofHours(1))));
  }

  @Test
  void theSixtyFifthTextIsToComeAgain() {
    for (int i = 0; i < Gathering.MOST; i++) {
      var key = new Gathering.Key("+47", "us", i, 2);
      assertInstanceOf(
          Gathering.Incomplete.class, gathering.add(key, new Piece(i, 1, 2, "a"), NOW));
    }
    assertInstanceOf(Gathering.Full.class, gathering.add(KEY, new Piece(7, 1, 3, "a"), NOW));
    var first = new Gathering.Key("+47", "us", 0, 2);
    assertEquals(
        new Gathering.Whole(first, "ab"), gathering.add(first, new Piece(0, 2, 2, "b"), NOW));
  }

  @Test
  void aTextOfMoreThanSixteenPartsIsToldPartByPart() {
    var key = new Gathering.Key("+47", "us", 1, 17);
    assertEquals(new Gathering.Whole(key, "a"), gathering.add(key, new Piece(1, 2, 17, "a"), NOW));
  }
}
