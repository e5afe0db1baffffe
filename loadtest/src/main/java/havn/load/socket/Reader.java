package havn.load.socket;

import java.nio.ByteBuffer;

/// What takes the bytes of one connection.
public interface Reader {

  /// Consumes every whole unit in `in`; what it leaves is offered again when more has come.
  void read(ByteBuffer in);

  /// The connection is over, by whichever side. Called once.
  void closed();
}
