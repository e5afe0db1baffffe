package havn.load.socket;

import java.nio.ByteBuffer;

/// A masked message made once and sent many times; only one 4-byte number in it changes.
public final class Template {

  private final ByteBuffer frame;
  private final int body;
  private final int numberAt;

  /// `numberAt` is the number's index in the payload.
  public Template(byte[] payload, int numberAt) {
    if (numberAt < 0 || numberAt + Integer.BYTES > payload.length) {
      throw new IllegalArgumentException("the number lies outside the payload");
    }
    frame = Masked.binary(payload);
    body = Masked.bodyOffset(payload.length);
    this.numberAt = numberAt;
  }

  /// The frame with this number, valid until the next call.
  public ByteBuffer with(int number) {
    for (int i = 0; i < Integer.BYTES; i++) {
      byte b = (byte) (number >>> (24 - 8 * i));
      frame.put(body + numberAt + i, Masked.mask(b, numberAt + i));
    }
    return frame.rewind();
  }
}
