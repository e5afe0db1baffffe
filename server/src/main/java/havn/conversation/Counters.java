package havn.conversation;

import havn.wire.SealedFrame;

/// The last 16 counters one connection used, to tell a repeat from a forgery. Older ones are left
/// to the people's devices, which know every counter.
public final class Counters {

  /// What a counter says about a frame.
  public enum Use {
    NEW,
    /// The same frame again; it need not be stored twice.
    REPEATED,
    /// Another frame under a used counter.
    FORGED
  }

  private static final int KEPT = 16;

  private final int[] epochs = new int[KEPT];
  private final int[] counters = new int[KEPT];
  private final long[] marks = new long[KEPT];
  private int next;

  /// Notes the frame and says whether its counter was used.
  public Use use(SealedFrame frame) {
    int epoch = frame.epoch();
    int counter = frame.counter();
    long mark = mark(frame);
    for (int i = 0; i < KEPT; i++) {
      if (epochs[i] == epoch && counters[i] == counter) {
        return marks[i] == mark ? Use.REPEATED : Use.FORGED;
      }
    }
    epochs[next] = epoch;
    counters[next] = counter;
    marks[next] = mark;
    next = (next + 1) % KEPT;
    return Use.NEW;
  }

  /// Eight bytes of the authentication tag with eight of the frame's random part: two frames that
  /// differ anywhere differ here, unless somebody forges on purpose, and then the devices refuse
  /// it.
  private static long mark(SealedFrame frame) {
    long mark = 0;
    int tag = frame.bytes().size() - 8;
    for (int i = 0; i < 8; i++) {
      mark = mark << 8 | (frame.bytes().byteAt(tag + i) & 0xff);
      mark ^= (long) (frame.bytes().byteAt(SealedFrame.HEADER - 8 + i) & 0xff) << (8 * (i % 8));
    }
    return mark;
  }
}
