package havn.redis;

import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.CommandOutput;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// Reads the sequence part of a stream id (`1-57` is 57) without making a text of it; 0 when the
/// stream is gone.
final class SeqOutput extends CommandOutput<byte[], byte[], Integer> {

  private static final Integer GONE = 0;

  SeqOutput() {
    super(ByteArrayCodec.INSTANCE, GONE);
  }

  @Override
  public void set(@Nullable ByteBuffer id) {
    output = id == null ? GONE : Integer.valueOf(seq(id));
  }

  static int seq(ByteBuffer id) {
    int seq = 0;
    boolean counting = false;
    for (int i = id.position(); i < id.limit(); i++) {
      byte c = id.get(i);
      if (c == '-') {
        counting = true;
      } else if (counting) {
        seq = seq * 10 + (c - '0');
      }
    }
    return seq;
  }
}
