package havn.load.talk;

import havn.load.socket.Template;
import havn.load.socket.WebSocket;
import havn.wire.Padding;
import havn.wire.v1.DeskTalk;
import havn.wire.v1.DeskUp;
import havn.wire.v1.VisitorUp;
import java.nio.ByteBuffer;

/// One side of a conversation: sends numbered frames and checks that the other side's arrive whole,
/// in order and once.
public final class End {

  /// The visitor's slot.
  public static final int VISITOR = 0;

  /// The lead worker's slot.
  public static final int STAFF = 1;

  private final WebSocket socket;
  private final Template template;
  private final FramePath arrivals;
  private final int slot;
  private int sent;
  private int heard;

  private End(WebSocket socket, int slot, byte[] message, FramePath sends, FramePath arrivals) {
    this.socket = socket;
    this.slot = slot;
    this.arrivals = arrivals;
    int frameAt = sends.find(ByteBuffer.wrap(message), 0, message.length);
    template = new Template(message, frameAt + TalkFrame.COUNTER_AT);
  }

  /// The visitor's side of `conversation` in this epoch. `arrivals` is how frames come to it.
  public static End visitor(WebSocket socket, byte[] conversation, int epoch, FramePath arrivals) {
    var talk = TalkFrame.fromVisitor(conversation, epoch, VISITOR);
    var up = VisitorUp.newBuilder().setTalk(talk).build();
    return new End(socket, VISITOR, Padding.frame(up), FramePath.VISITOR_UP, arrivals);
  }

  /// The worker's side.
  public static End staff(WebSocket socket, byte[] conversation, int epoch, FramePath arrivals) {
    var talk = DeskTalk.newBuilder().setTalk(TalkFrame.fromStaff(conversation, epoch, STAFF));
    var up = DeskUp.newBuilder().setTalk(talk).build();
    return new End(socket, STAFF, Padding.frame(up), FramePath.DESK_UP, arrivals);
  }

  /// Sends the next frame; answers its counter.
  public int send() {
    int counter = sent++;
    socket.send(template.with(counter));
    return counter;
  }

  /// The counter of the other side's frame in this message; -1 when the message carries none. A
  /// frame out of order ends the run: nothing measured on a wrong relay means anything.
  public int counterIn(ByteBuffer in, int from, int length) {
    int frame = arrivals.find(in, from, length);
    if (frame < 0 || frame + TalkFrame.COUNTER_AT + Integer.BYTES > from + length) {
      return -1;
    }
    if (in.get(frame + TalkFrame.SLOT_AT) == slot) {
      return -1;
    }
    int counter = in.getInt(frame + TalkFrame.COUNTER_AT);
    if (counter != heard) {
      throw new IllegalStateException("frame " + counter + " came where " + heard + " was next");
    }
    heard++;
    return counter;
  }

  public int sent() {
    return sent;
  }

  public int heard() {
    return heard;
  }

  public boolean isOpen() {
    return socket.isOpen();
  }
}
