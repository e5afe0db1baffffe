package havn.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.MessageLite;
import com.google.protobuf.UnsafeByteOperations;
import havn.wire.v1.Code;
import java.io.IOException;
import java.io.UncheckedIOException;

/// `u16 length ‖ Protobuf ‖ zeros` to the smallest of four sizes that fits
/// (docs/protocol/sealed.md, section 8).
public final class Padding {

  /// The longest frame.
  public static final int MOST = 16_384;

  private static final int PREFIX = 2;
  private static final int[] SIZES = {256, 1_024, 4_096, MOST};

  private Padding() {}

  /// The frame of a message. A message of more than 16,382 bytes is a defect of ours.
  public static byte[] frame(MessageLite message) {
    int length = message.getSerializedSize();
    byte[] frame = empty(length);
    CodedOutputStream out = CodedOutputStream.newInstance(frame, PREFIX, length);
    try {
      message.writeTo(out);
    } catch (IOException tooShort) {
      throw new UncheckedIOException(tooShort);
    }
    return frame;
  }

  /// A frame of zeros for a message of `length` bytes, which begins at 2.
  static byte[] empty(int length) {
    byte[] frame = new byte[size(length)];
    frame[0] = (byte) (length >>> 8);
    frame[1] = (byte) length;
    return frame;
  }

  /// The message's bytes. Throws [Malformed]; shares the frame's bytes, which nobody changes any
  /// more.
  static CodedInputStream open(byte[] frame) {
    if (frame.length > MOST) {
      throw new Malformed(Code.FRAME_TOO_LARGE);
    }
    Malformed.unless(frame.length >= PREFIX);
    int length = (frame[0] & 0xff) << 8 | frame[1] & 0xff;
    Malformed.unless(length + PREFIX <= frame.length); // so that size(length) has an answer below
    if (frame.length != size(length) || !zeros(frame, PREFIX + length)) {
      throw new Malformed(Code.FRAME_NOT_PADDED);
    }
    ByteString bytes = UnsafeByteOperations.unsafeWrap(frame, PREFIX, length);
    CodedInputStream in = bytes.newCodedInput();
    in.enableAliasing(true);
    return in;
  }

  private static int size(int length) {
    for (int size : SIZES) {
      if (length + PREFIX <= size) {
        return size;
      }
    }
    throw new IllegalArgumentException("a message of " + length + " bytes does not fit a frame");
  }

  private static boolean zeros(byte[] frame, int from) {
    int seen = 0;
    for (int i = from; i < frame.length; i++) {
      seen |= frame[i];
    }
    return seen == 0;
  }
}
