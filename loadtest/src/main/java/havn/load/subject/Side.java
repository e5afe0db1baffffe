package havn.load.subject;

import havn.load.socket.Listener;
import havn.load.socket.WebSocket;
import java.nio.ByteBuffer;

/// One socket of a pair on the bare relay: open, then heard by its pair.
final class Side implements Listener {

  /// Takes one message.
  interface Hearing {
    boolean message(ByteBuffer in, int from, int length);
  }

  private Hearing hearing = (in, from, length) -> false;
  private boolean ready;

  boolean ready() {
    return ready;
  }

  void hears(Hearing next) {
    hearing = next;
  }

  @Override
  public void opened(WebSocket socket) {
    ready = true;
  }

  @Override
  public void message(WebSocket socket, ByteBuffer in, int from, int length) {
    if (!hearing.message(in, from, length)) {
      throw new IllegalStateException("the relay sent what nobody said");
    }
  }

  @Override
  public void closed(int code) {
    ready = false;
  }
}
