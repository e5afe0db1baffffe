package havn.load.socket;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Reads one HTTP response head, at most 8 KiB, and hands it over.
final class HeadReader implements Reader {

  private static final int MOST = 8192;
  private static final int END = 0x0d0a0d0a;

  private final Consumer<String> head;
  private final Runnable closed;

  HeadReader(Consumer<String> head, Runnable closed) {
    this.head = head;
    this.closed = closed;
  }

  @Override
  public void read(ByteBuffer in) {
    int length = headLength(in);
    if (length > 0) {
      var bytes = new byte[length];
      in.get(bytes);
      head.accept(new String(bytes, StandardCharsets.US_ASCII));
    }
  }

  @Override
  public void closed() {
    closed.run();
  }

  /// Bytes up to and including the empty line; 0 when it has not come. A head that is too long is
  /// handed over cut, which no caller accepts.
  static int headLength(ByteBuffer in) {
    for (int i = in.position(); i + 4 <= in.limit(); i++) {
      if (in.getInt(i) == END) {
        return i + 4 - in.position();
      }
    }
    return in.remaining() > MOST ? in.remaining() : 0;
  }
}
