package havn.wire;

import havn.wire.v1.Code;

/// What came of reading a frame.
public sealed interface Read<F> {

  record Decoded<F>(F frame) implements Read<F> {}

  /// The frame is not of this protocol; the code closes the connection.
  record Refused<F>(Code code) implements Read<F> {}
}
