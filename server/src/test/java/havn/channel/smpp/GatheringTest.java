package havn.channel.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatheringTest {

  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
  private static final Gathering.Key KEY = new Gathering.Key("+4741234567", "us", 7, 3);

  private final Gathering gathering = new Gathering();

  @Test
  void whatDoesNotComeInFullIsToldWithItsGapAfterTenMinutes() {
    gathering.add(KEY, piece(7, 1, 3, "Hei, "), NOW);
    gathering.add(KEY, piece(7, 3, 3, "?"), NOW);
    assertEquals(List.of(), gathering.tooLate(NOW.plus(Duration.ofMinutes(10))));
    var late = gathering.tooLate(NOW.plus(Duration.ofMinutes(10)).plusMillis(1));
    assertEquals(List.of(new Gathering.Whole(KEY, "Hei, […]?")), late);
    gathering.done(KEY);
    assertEquals(List.of(), gathering.tooLate(NOW.plus(Duration.ofHours(1))));
  }

  @Test
  void aCharacterThatStandsInTwoPartsIsWhole() {
    byte[] face = "🙂".getBytes(StandardCharsets.UTF_16BE);
    var key = new Gathering.Key("+47", "us", 1, 3);
    gathering.add(key, new Piece(1, 1, 3, (byte) 8, Arrays.copyOf(face, 2)), NOW);
    gathering.add(key, new Piece(1, 3, 3, (byte) 0, new byte[] {'!'}), NOW);
    var last = new Piece(1, 2, 3, (byte) 8, Arrays.copyOfRange(face, 2, 4));
    assertEquals(new Gathering.Whole(key, "🙂!"), gathering.add(key, last, NOW));
  }

  @ParameterizedTest
  @CsvSource({"0x00, Hei@", "0x10, Hei@", "0x11, Hei@", "0xf1, Hei@", "0x04, ''", "0xf5, ''"})
  void aClassOfMessageChangesNoAlphabet(String coding, String read) {
    byte[] septets = {'H', 'e', 'i', 0};
    assertEquals(read, Piece.text((byte) (int) Integer.decode(coding), septets));
  }

  private static Piece piece(int reference, int number, int of, String text) {
    return new Piece(reference, number, of, (byte) 1, text.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void theSixtyFifthTextIsToComeAgain() {
    for (int i = 0; i < Gathering.MOST; i++) {
      var key = new Gathering.Key("+47", "us", i, 2);
      assertInstanceOf(Gathering.Incomplete.class, gathering.add(key, piece(i, 1, 2, "a"), NOW));
    }
    assertInstanceOf(Gathering.Full.class, gathering.add(KEY, piece(7, 1, 3, "a"), NOW));
    var first = new Gathering.Key("+47", "us", 0, 2);
    assertEquals(new Gathering.Whole(first, "ab"), gathering.add(first, piece(0, 2, 2, "b"), NOW));
  }

  @Test
  void aTextOfMoreThanSixteenPartsIsToldPartByPart() {
    var key = new Gathering.Key("+47", "us", 1, 17);
    assertEquals(new Gathering.Whole(key, "a"), gathering.add(key, piece(1, 2, 17, "a"), NOW));
  }
}
