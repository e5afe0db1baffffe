package havn.load.socket;

import java.nio.ByteBuffer;

/// Client frames, masked with the sample key of RFC 6455, section 5.7: a relay pays for unmasking,
/// the generator only once.
public final class Masked {

  private static final byte[] KEY = {0x37, (byte) 0xfa, 0x21, 0x3d};
  private static final int BINARY = 2;

  private Masked() {}

  /// A binary message in one frame. At most 65,535 bytes.
  public static ByteBuffer binary(byte[] payload) {
    return frame(BINARY, payload);
  }

  static ByteBuffer frame(int opcode, byte[] payload) {
    if (payload.length > 0xffff) {
      throw new IllegalArgumentException("a frame carries at most 65,535 bytes");
    }
    boolean longer = payload.length > 125;
    var frame = ByteBuffer.allocateDirect(bodyOffset(payload.length) + payload.length);
    frame.put((byte) (0x80 | opcode));
    frame.put((byte) (0x80 | (longer ? 126 : payload.length)));
    if (longer) {
      frame.putShort((short) payload.length);
    }
    frame.put(KEY);
    for (int i = 0; i < payload.length; i++) {
      frame.put(mask(payload[i], i));
    }
    return frame.flip();
  }

  /// Where the payload starts in a frame of this many payload bytes.
  static int bodyOffset(int payloadLength) {
    return payloadLength > 125 ? 8 : 6;
  }

  static byte mask(byte b, int index) {
    return (byte) (b ^ KEY[index & 3]);
  }
}
