package havn.delivery;

import havn.wire.SealedFrame;

/// A connection that follows one conversation. Called on any thread; goes to its own event loop by
/// itself.
public interface Follower {

  Seat seat();

  /// Entry `seq` is stored; `body` as in [havn.wire.StreamBody], and nobody changes it.
  void entry(int seq, byte[] body);

  /// Somebody else's signal, to be passed on at once or not at all.
  void signal(SealedFrame signal);

  /// The other side came or went.
  void presence(boolean connected);

  /// The visitor says that they are there.
  void here();

  /// A device took the conversation.
  void taken();

  /// Another connection has the same seat now; this one ends.
  void replaced();

  /// Messages between processes may have been lost; look into the stores.
  void mayHaveMissed();
}
