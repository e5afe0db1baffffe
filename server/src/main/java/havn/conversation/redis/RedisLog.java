package havn.conversation.redis;

import havn.conversation.ConversationLog;
import havn.conversation.LogEntry;
import havn.redis.Key;
import havn.redis.Redis;
import io.vertx.core.Future;
import java.util.List;

/// The stream of one conversation, with its key encoded once.
record RedisLog(Redis redis, Key key) implements ConversationLog {

  /// Room for frames that were on their way when the conversation became full.
  private static final int KEPT = MOST + 100;

  @Override
  public Future<Integer> append(byte[] body) {
    return redis.append(key, KEPT, body);
  }

  @Override
  public Future<List<LogEntry>> read(int from, int most) {
    return redis
        .read(key, from, most)
        .map(entries -> entries.stream().map(e -> new LogEntry(e.seq(), e.bytes())).toList());
  }
}
