package havn.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import havn.kernel.id.ConversationId;
import havn.wire.v1.EndReason;
import havn.wire.v1.Entry;
import havn.wire.v1.Talk;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// What is read of a stored entry without opening it.
class StreamBodyTest {

  private static byte[] talk(int length, boolean signed) {
    Talk talk = Samples.talk(Samples.sealed(ConversationId.fresh(), 1, 0, 0, length), signed);
    return Entry.newBuilder().setTalk(talk).build().toByteArray();
  }

  @Test
  void whatIsSignedIsOfStaffAtEveryLength() {
    for (int length : new int[] {154, 410, 922, 3_994}) {
      assertEquals(true, StreamBody.isOfStaff(talk(length, true)), "of " + length);
      assertEquals(false, StreamBody.isOfStaff(talk(length, false)), "of " + length);
    }
  }

  @Test
  void anEntryThatIsCutOffIsOfNobody() {
    byte[] whole = talk(410, true);
    for (int length = 0; length < whole.length - 65; length++) {
      assertFalse(StreamBody.isOfStaff(Arrays.copyOf(whole, length)), "of " + length);
    }
    assertFalse(StreamBody.isOfStaff(StreamBody.end(EndReason.BY_STAFF)));
  }
}
