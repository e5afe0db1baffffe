package havn.load.talk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import havn.wire.Padding;
import havn.wire.v1.DeskDown;
import havn.wire.v1.DeskEntry;
import havn.wire.v1.Entry;
import havn.wire.v1.Ping;
import havn.wire.v1.Stored;
import havn.wire.v1.Talk;
import havn.wire.v1.VisitorDown;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FramePathTest {

  private static final byte[] CONVERSATION = new byte[16];
  private static final Talk VISITORS = TalkFrame.fromVisitor(CONVERSATION, 1, End.VISITOR);
  private static final Talk STAFFS = TalkFrame.fromStaff(CONVERSATION, 1, End.STAFF);

  @Test
  void aFrameIsFoundWhateverItsNumberInTheStream() {
    for (int seq : new int[] {1, 127, 128, 1_999, Integer.MAX_VALUE}) {
      var entry = Entry.newBuilder().setSeq(seq).setTalk(STAFFS);
      var message = Padding.frame(VisitorDown.newBuilder().setEntry(entry).build());
      assertEquals(1_024, message.length);
      assertFoundIn(FramePath.VISITOR_DOWN, message, STAFFS);
    }
  }

  @Test
  void aFrameIsFoundAtTheDesk() {
    var entry = Entry.newBuilder().setSeq(300).setTalk(VISITORS);
    var desk = DeskEntry.newBuilder().setConversation(ByteString.copyFrom(CONVERSATION));
    var down = DeskDown.newBuilder().setEntry(desk.setEntry(entry)).build();
    assertFoundIn(FramePath.DESK_DOWN, Padding.frame(down), VISITORS);
  }

  @Test
  void otherKindsCarryNone() {
    var stored = VisitorDown.newBuilder().setStored(Stored.newBuilder().setSeq(4)).build();
    var ping = VisitorDown.newBuilder().setPing(Ping.newBuilder().setNonce(9)).build();
    assertEquals(-1, find(FramePath.VISITOR_DOWN, Padding.frame(stored)));
    assertEquals(-1, find(FramePath.VISITOR_DOWN, Padding.frame(ping)));
    assertEquals(-1, find(FramePath.DESK_DOWN, Padding.frame(DeskDown.getDefaultInstance())));
  }

  @Test
  void nonsenseIsNeverReadPastItsEnd() {
    var random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      var bytes = new byte[random.nextInt(64)];
      random.nextBytes(bytes);
      int at = find(FramePath.DESK_DOWN, bytes);
      assertTrue(at >= -1 && at <= bytes.length);
    }
  }

  private static void assertFoundIn(FramePath path, byte[] message, Talk talk) {
    var frame = new byte[talk.getFrame().size()];
    ByteBuffer.wrap(message).get(find(path, message), frame);
    assertArrayEquals(talk.getFrame().toByteArray(), frame);
  }

  private static int find(FramePath path, byte[] message) {
    return path.find(ByteBuffer.wrap(message), 0, message.length);
  }
}
