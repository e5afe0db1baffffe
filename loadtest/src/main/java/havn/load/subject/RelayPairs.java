package havn.load.subject;

import havn.kernel.secret.Randomness;
import havn.load.socket.Loop;
import havn.load.socket.WebSocket;
import havn.load.talk.End;
import havn.load.talk.FramePath;
import havn.load.talk.Pair;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Pairs on a relay that joins the two sockets of one path.
public final class RelayPairs {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int ID = 16;

  private final Loop loop;
  private final InetSocketAddress relay;
  private final List<WebSocket> sockets = new ArrayList<>();

  public RelayPairs(Loop loop, InetSocketAddress relay) {
    this.loop = loop;
    this.relay = relay;
  }

  /// Opens `count` pairs, one after the other.
  ///
  /// @throws IllegalStateException when one does not stand within 20 seconds
  public List<Pair> open(int count) {
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i < count; i++) {
      pairs.add(open("/pair/" + i));
    }
    return List.copyOf(pairs);
  }

  /// Closes all of them.
  public void part() {
    sockets.forEach(WebSocket::leave);
    if (!loop.until(() -> sockets.stream().noneMatch(WebSocket::isOpen), PATIENCE)) {
      throw new IllegalStateException("the relay does not let go of its sockets");
    }
    sockets.clear();
  }

  private Pair open(String path) {
    var visitorSide = new Side();
    var staffSide = new Side();
    var visitor = WebSocket.open(loop, relay, path, "", visitorSide);
    var staff = WebSocket.open(loop, relay, path, "", staffSide);
    if (!loop.until(() -> visitorSide.ready() && staffSide.ready(), PATIENCE)) {
      throw new IllegalStateException("a pair did not connect");
    }
    sockets.add(visitor);
    sockets.add(staff);
    var conversation = Randomness.bytes(ID);
    var pair =
        new Pair(
            End.visitor(visitor, conversation, 1, FramePath.DESK_UP),
            End.staff(staff, conversation, 1, FramePath.VISITOR_UP));
    visitorSide.hears(pair::atVisitor);
    staffSide.hears(pair::atStaff);
    return pair;
  }
}
