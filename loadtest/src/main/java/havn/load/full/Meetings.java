package havn.load.full;

import com.google.protobuf.ByteString;
import havn.load.socket.Loop;
import havn.load.socket.WebSocket;
import havn.load.subject.Guest;
import havn.load.talk.End;
import havn.load.talk.FramePath;
import havn.load.talk.Pair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Brings visitors and workers together: ring, claim, first epoch; at most 16 at once, so that the
/// line stays short.
final class Meetings {

  private static final int AT_ONCE = 16;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Loop loop;
  private final Function<Guest, VisitorSide> door;
  private final ByteString card;

  /// `door` lets a new visitor in; each brings a copy of `card`'s key, which costs the generator
  /// the making of 500 keys and the server nothing.
  Meetings(Loop loop, Function<Guest, VisitorSide> door, ByteString card) {
    this.loop = loop;
    this.door = door;
    this.card = card;
  }

  /// One conversation for each of these workers.
  ///
  /// @throws IllegalStateException when they do not all stand within two minutes
  List<Meeting> open(List<DeskSide> desks) {
    var meetings = new ArrayList<Meeting>();
    for (var desk : desks) {
      boolean room =
          loop.until(() -> meetings.stream().filter(m -> !m.stands()).count() < AT_ONCE, PATIENCE);
      require(room, meetings);
      meetings.add(new Meeting(desk));
    }
    require(loop.until(() -> meetings.stream().allMatch(Meeting::stands), PATIENCE), meetings);
    meetings.forEach(Meeting::join);
    return List.copyOf(meetings);
  }

  private static void require(boolean holds, List<Meeting> meetings) {
    if (!holds) {
      long stand = meetings.stream().filter(Meeting::stands).count();
      throw new IllegalStateException("only " + stand + " conversations came about");
    }
  }

  /// One conversation coming about.
  final class Meeting implements Guest {

    private final DeskSide desk;
    private final VisitorSide visitor;
    private @Nullable WebSocket visitorSocket;
    private @Nullable Pair pair;
    private boolean taking;
    private boolean over;

    Meeting(DeskSide desk) {
      this.desk = desk;
      visitor = door.apply(this);
    }

    Pair pair() {
      if (pair == null) {
        throw new IllegalStateException("a conversation was used before it stood");
      }
      return pair;
    }

    VisitorSide visitor() {
      return visitor;
    }

    boolean over() {
      return over;
    }

    boolean stands() {
      if (!taking && !visitor.conversation().isEmpty()) {
        taking = true;
        desk.take(visitor.conversation());
      }
      return visitor.keyed();
    }

    void join() {
      var id = visitor.conversation().toByteArray();
      var here = End.visitor(open(visitorSocket), id, 1, FramePath.VISITOR_DOWN);
      var there = End.staff(open(desk.socket()), id, 1, FramePath.DESK_DOWN);
      pair = new Pair(here, there);
      visitor.hears(pair);
      desk.hears(pair);
    }

    @Override
    public void entered(WebSocket socket) {
      visitorSocket = socket;
      visitor.ring(desk.wishedFor(card));
    }

    @Override
    public void left(int code) {
      over = true;
      if (!visitor.ended()) {
        throw new IllegalStateException("a talking visitor was closed with " + code);
      }
    }

    private static WebSocket open(@Nullable WebSocket socket) {
      if (socket == null) {
        throw new IllegalStateException("a socket of a conversation is missing");
      }
      return socket;
    }
  }
}
