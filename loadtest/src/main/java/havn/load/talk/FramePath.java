package havn.load.talk;

import java.nio.ByteBuffer;

/// Where the talk frame lies in a message, as Protobuf field numbers from the outside in. Finds it
/// without parsing the rest and without making an object.
public final class FramePath {

  public static final FramePath VISITOR_UP = new FramePath(4, 1);
  public static final FramePath DESK_UP = new FramePath(8, 1, 1);
  public static final FramePath VISITOR_DOWN = new FramePath(5, 4, 1);
  public static final FramePath DESK_DOWN = new FramePath(6, 2, 4, 1);

  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;

  private final int[] fields;

  private FramePath(int... fields) {
    this.fields = fields;
  }

  /// Index in `in` of the talk frame's first byte; -1 when the padded message at `from` is of
  /// another kind or malformed.
  public int find(ByteBuffer in, int from, int length) {
    if (length < Short.BYTES) {
      return -1;
    }
    int at = from + Short.BYTES;
    int end = Math.min(from + length, at + (in.getShort(from) & 0xffff));
    for (int wanted : fields) {
      long inner = descend(in, at, end, wanted);
      if (inner < 0) {
        return -1;
      }
      at = (int) (inner >>> Integer.SIZE);
      end = (int) inner;
    }
    return at;
  }

  /// Start and end of the wanted field's bytes as two halves; -1 when it is not there.
  private static long descend(ByteBuffer in, int start, int end, int wanted) {
    int at = start;
    while (at < end) {
      int tag = (int) varint(in, at, end);
      at += varintSize(tag);
      int size =
          switch (tag & 7) {
            case VARINT -> varintSize(varint(in, at, end));
            case FIXED64 -> Long.BYTES;
            case FIXED32 -> Integer.BYTES;
            case BYTES -> (int) varint(in, at, end);
            default -> end;
          };
      if ((tag & 7) == BYTES) {
        at += varintSize(size);
        if (tag >>> 3 == wanted && size <= end - at) {
          return ((long) at << Integer.SIZE) | (at + size);
        }
      }
      if (size < 0 || size > end - at) {
        return -1;
      }
      at += size;
    }
    return -1;
  }

  private static long varint(ByteBuffer in, int at, int end) {
    long value = 0;
    for (int i = 0; i < 10 && at + i < end; i++) {
      byte b = in.get(at + i);
      value |= (long) (b & 0x7f) << (7 * i);
      if (b >= 0) {
        return value;
      }
    }
    return value;
  }

  private static int varintSize(long value) {
    return value == 0 ? 1 : (Long.SIZE + 6 - Long.numberOfLeadingZeros(value)) / 7;
  }
}
