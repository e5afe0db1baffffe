package havn.load.rung;

import havn.load.socket.Loop;
import havn.load.socket.WebSocket;
import havn.load.subject.Guest;
import havn.load.subject.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Opens sockets and keeps them, at most 64 set-ups under way at once.
final class Crowd implements Guest {

  private static final int AT_ONCE = 64;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final List<WebSocket> inside = new ArrayList<>();
  private int asked;
  private boolean leaving;

  /// Opens `count` more and waits for them.
  void gather(Loop loop, Target target, int count) {
    int all = inside.size() + count;
    boolean here =
        loop.until(
            () -> {
              while (asked < all && asked - inside.size() < AT_ONCE) {
                asked++;
                target.enter(loop, this);
              }
              return inside.size() == all;
            },
            PATIENCE);
    if (!here) {
      throw new IllegalStateException("only " + inside.size() + " of " + all + " sockets opened");
    }
  }

  /// Closes all and waits until they are gone.
  void disperse(Loop loop) {
    leaving = true;
    inside.forEach(WebSocket::leave);
    if (!loop.until(() -> inside.stream().noneMatch(WebSocket::isOpen), PATIENCE)) {
      throw new IllegalStateException("the server does not let go of its sockets");
    }
  }

  @Override
  public void entered(WebSocket socket) {
    inside.add(socket);
  }

  @Override
  public void left(int code) {
    if (!leaving) {
      throw new IllegalStateException("the server closed a socket with " + code);
    }
  }
}
