package havn.load.socket;

import java.nio.ByteBuffer;

/// Reads the server's frames: whole binary messages, pings, close. Anything else breaks the socket
/// off.
final class FrameReader implements Reader {

  private static final int BINARY = 0x82;
  private static final int CLOSE = 0x88;
  private static final int PING = 0x89;
  private static final int SHORT = 125;
  private static final int LONGER = 126;

  private final WebSocket socket;
  private final Listener listener;

  FrameReader(WebSocket socket, Listener listener) {
    this.socket = socket;
    this.listener = listener;
  }

  @Override
  public void read(ByteBuffer in) {
    while (socket.isOpen() && in.remaining() >= 2) {
      int start = in.position();
      int head = in.get(start) & 0xff;
      int length = in.get(start + 1) & 0xff;
      int body = start + 2;
      if (length == LONGER) {
        if (in.remaining() < 4) {
          return;
        }
        length = in.getShort(body) & 0xffff;
        body += 2;
      } else if (length > SHORT) {
        socket.cut();
        return;
      }
      if (in.limit() - body < length) {
        return;
      }
      take(head, in, body, length);
      in.position(body + length);
    }
  }

  @Override
  public void closed() {
    listener.closed(socket.closeCode());
  }

  private void take(int head, ByteBuffer in, int body, int length) {
    switch (head) {
      case BINARY -> listener.message(socket, in, body, length);
      case PING -> socket.answerPing(bytes(in, body, length));
      case CLOSE -> socket.goodbye(length < 2 ? 1005 : in.getShort(body) & 0xffff);
      default -> socket.cut();
    }
  }

  private static byte[] bytes(ByteBuffer in, int from, int length) {
    var copy = new byte[length];
    in.get(from, copy);
    return copy;
  }
}
