package havn.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.conversation.LogEntry;
import havn.wire.SealedFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CursorTest {

  private final Out out = new Out();
  private final Cursor cursor = new Cursor(0, out);

  @Test
  void liveEntriesWaitUntilTheStreamWasRead() {
    offer(1);
    assertEquals(List.of(), out.seqs);
    assertFalse(cursor.read(List.of(), false));
    assertEquals(List.of(1), out.seqs);
  }

  @Test
  void aWishToLookThatComesWhileSomebodyReadsIsFollowedByOneMoreRead() {
    assertFalse(cursor.beginReading());
    assertTrue(cursor.read(entries(1, 2), false));
    assertFalse(cursor.read(entries(3, 3), false));
    assertEquals(List.of(1, 2, 3), out.seqs);
  }

  @Test
  void whatCameWhileTheStreamCouldNotBeReadIsLetOutAllTheSame() {
    assertFalse(cursor.read(List.of(), false));
    assertTrue(cursor.beginReading());
    offer(1);
    offer(3);
    cursor.gaveUpReading();
    assertEquals(List.of(1), out.seqs);
    assertTrue(cursor.hole());
    assertTrue(cursor.beginReading());
    assertFalse(cursor.read(entries(2, 3), false));
    assertEquals(List.of(1, 2, 3), out.seqs);
  }

  @Test
  void anEntryThatCameEarlyIsSaidOnceAndWaitsForTheOneBefore() {
    assertFalse(cursor.read(List.of(), false));
    offer(2);
    offer(3);
    assertEquals(1, out.early);
    assertTrue(cursor.hole());
    offer(1);
    assertFalse(cursor.hole());
    assertEquals(List.of(1, 2, 3), out.seqs);
  }

  @Test
  void whatDoesNotFitAmongTheEarlyIsReadFromTheStream() {
    assertFalse(cursor.read(List.of(), false));
    int last = Cursor.EARLY + 5;
    for (int seq = 2; seq <= last; seq++) {
      offer(seq);
    }
    assertTrue(cursor.beginReading());
    assertFalse(cursor.read(entries(1, last), false));
    assertEquals(IntStream.rangeClosed(1, last).boxed().toList(), out.seqs);
  }

  @Property
  void inWhateverOrderEntriesComeEachLeavesOnceAndInOrder(
      @ForAll List<@IntRange(min = 1, max = 40) Integer> offered,
      @ForAll @IntRange(min = 0, max = 40) int stored) {
    Out heard = new Out();
    Cursor any = new Cursor(0, heard);
    offered.stream()
        .filter(seq -> seq <= stored)
        .forEach(seq -> any.offer(seq, new byte[] {seq.byteValue()}));
    while (any.read(entries(any.last() + 1, Math.min(stored, any.last() + 8)), false)) {
      assertTrue(any.last() < stored);
    }
    if (any.beginReading()) {
      any.read(entries(any.last() + 1, stored), false);
    }
    assertEquals(IntStream.rangeClosed(1, stored).boxed().toList(), heard.seqs);
  }

  private void offer(int seq) {
    cursor.offer(seq, new byte[] {(byte) seq});
  }

  private static List<LogEntry> entries(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(seq -> new LogEntry(seq, new byte[] {(byte) seq}))
        .toList();
  }

  private static final class Out implements Cursor.Outlet {

    final List<Integer> seqs = new ArrayList<>();
    int early;

    @Override
    public void entry(int seq, byte[] body) {
      seqs.add(seq);
    }

    @Override
    public void receipt(int seq, SealedFrame own) {
      seqs.add(seq);
    }

    @Override
    public void cameEarly() {
      early++;
    }
  }
}
