package havn.load.subject;

import havn.load.socket.Loop;
import havn.load.talk.Pair;
import java.util.List;

/// A running server under load.
public interface Target extends AutoCloseable {

  /// Starts one set-up: everything a visitor's page does before it can ring.
  void enter(Loop loop, Guest guest);

  /// This many conversations, ready to talk.
  ///
  /// @throws IllegalStateException when they do not all stand in time
  List<Pair> pairs(Loop loop, int count);

  /// Ends the conversations of the last [#pairs].
  void part(Loop loop);

  /// Frames a conversation can hold.
  int mostOfAPair();

  /// What the server's processes use.
  Footprint footprint();

  @Override
  void close();
}
