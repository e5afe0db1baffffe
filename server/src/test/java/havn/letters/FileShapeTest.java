package havn.letters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FileShapeTest {

  /// PURBs, section 4, as it is printed there.
  @Property
  void paddingIsPadmeAsThePaperWritesIt(@ForAll @IntRange(min = 2, max = 11_000_000) int length) {
    int e = (int) Math.floor(Math.log(length) / Math.log(2));
    int s = (int) Math.floor(Math.log(e) / Math.log(2)) + 1;
    int bits = Math.max(0, e - s);
    int mask = (1 << bits) - 1;
    assertEquals((length + mask) & ~mask, FileShape.padme(length));
  }

  @Property
  void onlyPaddedLengthsFit(@ForAll @IntRange(max = 11_000_000) int stored) {
    boolean padded =
        stored >= 16_400 && stored <= 10_747_920 && FileShape.padme(stored - 16) == stored - 16;
    assertEquals(padded, FileShape.fits(stored));
  }

  @Property
  void everyContentUpTo10MiBHasALengthThatFits(
      @ForAll @IntRange(max = 10 * 1024 * 1024) int content) {
    assertTrue(FileShape.fits(FileShape.padme(Math.max(16_384, content + 4)) + 16));
  }

  @Example
  void theSmallestAndTheLargestFitAndTheirNeighboursDoNot() {
    assertEquals(10_747_920, FileShape.MOST_BYTES);
    assertTrue(FileShape.fits(16_400));
    assertFalse(FileShape.fits(16_399));
    assertTrue(FileShape.fits(10_747_920));
    assertFalse(FileShape.fits(10_747_921));
    assertFalse(FileShape.fits(10_747_920 + 262_144));
  }
}
