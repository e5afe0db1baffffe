package havn.redis;

import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.ProtocolKeyword;
import io.vertx.core.Promise;

/// One command under way. Completes the caller's promise itself, on the caller's context.
final class Call<T> extends Command<byte[], byte[], T> {

  private final Promise<T> answer;
  long sentAt;

  Call(
      ProtocolKeyword type,
      CommandOutput<byte[], byte[], T> output,
      CommandArgs<byte[], byte[]> args,
      Promise<T> answer) {
    super(type, output, args);
    this.answer = answer;
  }

  @Override
  public void complete() {
    super.complete();
    if (getOutput().hasError()) {
      answer.tryFail(new RedisRefused(getOutput().getError()));
    } else {
      answer.tryComplete(getOutput().get());
    }
  }

  @Override
  public boolean completeExceptionally(Throwable failure) {
    boolean first = super.completeExceptionally(failure);
    answer.tryFail(new RedisUnavailable("the connection to Redis broke"));
    return first;
  }

  @Override
  public void cancel() {
    super.cancel();
    answer.tryFail(new RedisUnavailable("the connection to Redis closed"));
  }

  /// Gives up waiting; a late answer changes nothing any more.
  void fail(String why) {
    answer.tryFail(new RedisUnavailable(why));
  }
}
