package havn.load.socket;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// A WebSocket of the generator (RFC 6455): whole binary messages, no extensions.
public final class WebSocket {

  private static final ByteBuffer CLOSE = Masked.frame(8, new byte[] {0x03, (byte) 0xe8});

  private final Connection connection;
  private int closeCode = 1006;

  private WebSocket(Loop loop, InetSocketAddress to, String request, Listener listener) {
    var reader = new HeadReader(head -> upgraded(head, listener), () -> listener.closed(closeCode));
    connection = loop.connect(to, reader, () -> ask(request));
  }

  /// Starts to open a socket. `headers` are further request lines, each ended by CR LF.
  public static WebSocket open(
      Loop loop, InetSocketAddress to, String path, String headers, Listener listener) {
    return new WebSocket(loop, to, Handshake.request(to, path, headers), listener);
  }

  /// Sends a whole frame made by [Masked].
  public void send(ByteBuffer frame) {
    connection.send(frame);
  }

  public boolean isOpen() {
    return connection.isOpen();
  }

  /// Says goodbye; the listener's `closed` follows when the other side has answered.
  public void leave() {
    connection.send(CLOSE.duplicate());
  }

  /// Breaks the connection off.
  public void cut() {
    connection.close();
  }

  private void ask(String request) {
    connection.send(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
  }

  private void upgraded(String head, Listener listener) {
    if (Handshake.accepted(head)) {
      connection.handTo(new FrameReader(this, listener));
      listener.opened(this);
    } else {
      connection.close();
    }
  }

  void answerPing(byte[] payload) {
    connection.send(Masked.frame(10, payload));
  }

  void goodbye(int code) {
    closeCode = code;
    connection.close();
  }

  int closeCode() {
    return closeCode;
  }
}
