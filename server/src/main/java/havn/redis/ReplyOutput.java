package havn.redis;

import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.CommandOutput;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads any RESP2 answer into a [Reply].
final class ReplyOutput extends CommandOutput<byte[], byte[], Reply> {

  private static final Reply NONE = new Reply.None();

  private record Open(List<Reply> values, int size) {}

  private final Deque<Open> open = new ArrayDeque<>(2);

  ReplyOutput() {
    super(ByteArrayCodec.INSTANCE, NONE);
  }

  @Override
  public void set(@Nullable ByteBuffer bytes) {
    add(bytes == null ? NONE : new Reply.Bytes(copy(bytes)));
  }

  @Override
  public void set(long number) {
    add(new Reply.Number(number));
  }

  @Override
  public void multi(int count) {
    if (count < 0) {
      add(NONE);
    } else if (count == 0) {
      add(new Reply.Many(List.of()));
    } else {
      open.push(new Open(new ArrayList<>(count), count));
    }
  }

  private void add(Reply part) {
    Reply whole = part;
    while (!open.isEmpty()) {
      Open inner = open.element();
      inner.values().add(whole);
      if (inner.values().size() < inner.size()) {
        return;
      }
      open.pop();
      whole = new Reply.Many(inner.values());
    }
    output = whole;
  }

  private static byte[] copy(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    return copy;
  }
}
