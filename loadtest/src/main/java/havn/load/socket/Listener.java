package havn.load.socket;

import java.nio.ByteBuffer;

/// What hears one WebSocket.
public interface Listener {

  /// The socket is open and may send.
  void opened(WebSocket socket);

  /// One binary message: `length` bytes of `in` from index `from`. Valid only during the call.
  void message(WebSocket socket, ByteBuffer in, int from, int length);

  /// The socket is over or never opened. `code` is the close code of the other side, 1006 when none
  /// came.
  void closed(int code);
}
