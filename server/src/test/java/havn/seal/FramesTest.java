package havn.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import havn.kernel.id.ConversationId;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class FramesTest {

  private static final Hash EPOCH = Hash.of("an epoch header".getBytes(UTF_8));
  private static final FrameCipher CIPHER = new FrameCipher(new byte[32], EPOCH);
  private static final ConversationId CONVERSATION = ConversationId.fresh();

  @Test
  void aFrameOpensAtItsPlaceInTheChainOnly() {
    Chain start = Chain.start(EPOCH, 0);
    byte[] first = frame(0, 0, start);
    byte[] second = frame(0, 1, start.next(first));
    assertTrue(CIPHER.openMessage(first, start).isPresent());
    assertTrue(CIPHER.openMessage(second, start.next(first)).isPresent());
    assertTrue(CIPHER.openMessage(second, start).isEmpty());
    assertTrue(CIPHER.openMessage(first, start.next(first)).isEmpty());
  }

  @Test
  void aFrameOpensUnderItsEpochOnly() {
    byte[] frame = frame(0, 0, Chain.start(EPOCH, 0));
    Hash other = Hash.of("another".getBytes(UTF_8));
    var cipher = new FrameCipher(new byte[32], other);
    assertTrue(cipher.openMessage(frame, Chain.start(EPOCH, 0)).isEmpty());
  }

  @Test
  void aSignalIsNoMessageAndAMessageIsNoSignal() {
    var place = new FrameHeader(CONVERSATION, 1, 0, FrameHeader.SIGNAL_COUNTER, new byte[16]);
    byte[] signal = CIPHER.sealSignal(place, plaintext("").padded());
    assertTrue(CIPHER.openSignal(signal).isPresent());
    assertTrue(CIPHER.openMessage(signal, Chain.start(EPOCH, 0)).isEmpty());
    byte[] message = frame(0, 0, Chain.start(EPOCH, 0));
    assertTrue(CIPHER.openSignal(message).isEmpty());
  }

  @Property(tries = 300)
  void aFlippedBitOfAFrameIsNeverOpened(
      @ForAll @IntRange(max = 10_000) int place, @ForAll @IntRange(max = 7) int bit) {
    Chain start = Chain.start(EPOCH, 0);
    byte[] frame = frame(0, 0, start);
    frame[place % frame.length] ^= (byte) (1 << bit);
    assertTrue(CIPHER.openMessage(frame, start).isEmpty());
  }

  @Property(tries = 300)
  void aTextComesBackFromOneOfFourLengths(@ForAll @StringLength(max = 4_000) String words) {
    byte[] body = words.getBytes(UTF_8);
    if (body.length > Plaintext.MAX_TEXT) {
      return;
    }
    byte[] padded = plaintext(words).padded();
    assertTrue(List.of(96, 864, 3_936, 16_128).contains(padded.length));
    assertArrayEquals(body, Plaintext.parse(padded).orElseThrow().body());
  }

  @Property(tries = 500)
  void anyBytesAreReadOrRefusedButNeverThrow(@ForAll @Size(max = 300) byte[] bytes) {
    FrameHeader.parse(bytes).ifPresent(header -> assertEquals(42, header.bytes().length));
    Plaintext.parse(bytes).ifPresent(read -> assertArrayEquals(bytes, read.padded()));
    EpochHeader.parse(bytes).ifPresent(header -> assertArrayEquals(bytes, header.bytes()));
    GrantPlaintext.parse(bytes).ifPresent(grant -> assertArrayEquals(bytes, grant.bytes()));
  }

  @Test
  void theLongestTextFillsTheLongestFrame() {
    assertEquals(16_128, plaintext("x".repeat(Plaintext.MAX_TEXT)).padded().length);
  }

  @Test
  void aShortTextIsAsLongAsAReceipt() {
    var receipt = new Plaintext(new byte[16], List.of(), Plaintext.RECEIPT, new byte[0]);
    assertEquals(receipt.padded().length, plaintext("Ja, det går fint.").padded().length);
  }

  @Test
  void aTextPaddedMoreThanItNeedsIsRefused() {
    byte[] padded = plaintext("kort").padded();
    assertTrue(Plaintext.parse(Arrays.copyOf(padded, 864)).isEmpty());
  }

  @Test
  void paddingThatIsNotZerosIsRefused() {
    byte[] padded = plaintext("kort").padded();
    padded[padded.length - 1] = 1;
    assertTrue(Plaintext.parse(padded).isEmpty());
  }

  @Test
  void aFrameOfAnotherSuiteHasNoHeader() {
    byte[] frame = frame(0, 0, Chain.start(EPOCH, 0));
    frame[0] = 2;
    assertFalse(FrameHeader.parse(frame).isPresent());
  }

  private static Plaintext plaintext(String words) {
    return new Plaintext(new byte[16], List.of(), Plaintext.TEXT, words.getBytes(UTF_8));
  }

  private static byte[] frame(int slot, long counter, Chain before) {
    FrameHeader header = new FrameHeader(CONVERSATION, 1, slot, counter, new byte[16]);
    return CIPHER.sealMessage(header, before, plaintext("Hei").padded());
  }
}
