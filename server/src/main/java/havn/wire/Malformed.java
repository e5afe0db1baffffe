package havn.wire;

import havn.wire.v1.Code;
import java.io.Serial;

/// Leaves a reader half way; never leaves the package.
final class Malformed extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  final transient Code code;

  Malformed(Code code) {
    super(null, null, false, false);
    this.code = code;
  }

  static void unlessEnvelope(boolean good) {
    if (!good) {
      throw new Malformed(Code.NOT_AN_ENVELOPE);
    }
  }

  static void unless(boolean good) {
    if (!good) {
      throw new Malformed(Code.FRAME_MALFORMED);
    }
  }
}
