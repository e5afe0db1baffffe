package havn.load.subject;

import havn.load.socket.Listener;
import havn.load.socket.WebSocket;
import java.nio.ByteBuffer;

/// A set-up on the bare relay: complete as soon as the socket is open.
record Visit(Guest guest) implements Listener {

  @Override
  public void opened(WebSocket socket) {
    guest.entered(socket);
  }

  @Override
  public void message(WebSocket socket, ByteBuffer in, int from, int length) {
    throw new IllegalStateException("the relay sent what nobody said");
  }

  @Override
  public void closed(int code) {
    guest.left(code);
  }
}
