package havn.conversation.redis;

import havn.conversation.LogEntry;
import havn.conversation.Whispers;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.redis.Redis;
import io.vertx.core.Future;
import java.util.List;

final class RedisWhispers implements Whispers {

  private final WhisperScript whisper;
  private final WhispersScript whispers;

  RedisWhispers(Redis redis) {
    this.whisper = new WhisperScript(redis);
    this.whispers = new WhispersScript(redis);
  }

  @Override
  public Future<Told> key(ConversationId id, DeviceId device, long fence, int epoch, byte[] body) {
    return whisper.key(ConversationKeys.of(id), device, fence, epoch, body);
  }

  @Override
  public Future<Told> say(ConversationId id, DeviceId device, int slot, byte[] body) {
    return whisper.say(ConversationKeys.of(id), device, slot, body);
  }

  @Override
  public Future<List<LogEntry>> read(ConversationId id, DeviceId device, int from, int most) {
    return whispers.run(ConversationKeys.of(id), device, from, most);
  }
}
