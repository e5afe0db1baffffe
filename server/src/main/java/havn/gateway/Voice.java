package havn.gateway;

import havn.wire.SealedFrame;
import havn.wire.v1.Code;
import io.vertx.core.Future;

/// How a [Chat] speaks to its own client.
interface Voice {

  void entry(int seq, byte[] body);

  void stored(int seq, SealedFrame own);

  void caughtUp(int seq);

  void signal(SealedFrame signal);

  /// The other side came or went.
  void presence(boolean connected);

  /// The visitor says that they are there; for staff.
  default void here() {}

  /// A device took the conversation that this client waits in.
  void taken();

  /// The last entry was delivered.
  void ended();

  /// One request is refused; the connection stays.
  void refuse(Code code);

  /// The connection ends.
  void fail(Code code);

  /// Completes when the client's network took what was sent so far.
  Future<Void> sent();
}
