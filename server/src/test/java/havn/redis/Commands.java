package havn.redis;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import java.util.function.Consumer;

/// Splits what a client sends to Redis into whole commands: `*n`, then n times `$length` and the
/// bytes.
final class Commands implements Handler<Buffer> {

  private final Consumer<Buffer> whole;
  private Buffer kept = Buffer.buffer();

  Commands(Consumer<Buffer> whole) {
    this.whole = whole;
  }

  @Override
  public void handle(Buffer bytes) {
    kept.appendBuffer(bytes);
    int from = 0;
    for (int end = end(from); end > 0; end = end(from)) {
      whole.accept(kept.getBuffer(from, end));
      from = end;
    }
    kept = kept.getBuffer(from, kept.length());
  }

  /// Where the command that begins at `from` ends; 0 when it is not whole.
  private int end(int from) {
    int at = line(from);
    if (at == 0) {
      return 0;
    }
    int parts = number(from, at);
    for (int i = 0; i < parts; i++) {
      int data = line(at);
      if (data == 0 || data + number(at, data) + 2 > kept.length()) {
        return 0;
      }
      at = data + number(at, data) + 2;
    }
    return at;
  }

  /// What follows the line that begins at `from`; 0 when it is not whole.
  private int line(int from) {
    for (int i = from; i + 1 < kept.length(); i++) {
      if (kept.getByte(i) == '\r') {
        return i + 2;
      }
    }
    return 0;
  }

  private int number(int from, int end) {
    return Integer.parseInt(kept.getString(from + 1, end - 2));
  }
}
