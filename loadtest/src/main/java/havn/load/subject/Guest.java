package havn.load.subject;

import havn.load.socket.WebSocket;

/// Who waits for a set-up.
public interface Guest {

  /// The set-up is complete.
  void entered(WebSocket socket);

  /// The socket is over; without `entered` before, the set-up failed.
  void left(int code);
}
