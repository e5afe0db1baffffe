package havn.danger.redis;

import havn.danger.DangerCall;
import havn.danger.DangerCalls;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.redis.Key;
import havn.redis.Redis;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

final class RedisDangerCalls implements DangerCalls {

  private final Redis redis;
  private final CallScript call;
  private final OverScript over;
  private final AnswerScript answer;

  /// One per service that exists; services are at most 64.
  private final Map<ServiceId, Key> keys = new ConcurrentHashMap<>();

  RedisDangerCalls(Redis redis) {
    this.redis = redis;
    this.call = new CallScript(redis);
    this.over = new OverScript(redis);
    this.answer = new AnswerScript(redis);
  }

  @Override
  public Future<Called> call(
      ServiceId service, ConversationId chat, DangerCall.By by, int slot, Instant now) {
    return call.run(key(service), chat, by, slot, now);
  }

  @Override
  public Future<Void> over(ServiceId service, DangerCall ended) {
    return over.run(key(service), ended);
  }

  @Override
  public Future<Boolean> answer(
      ServiceId service, ConversationId chat, DeviceId device, DangerCall.Word word) {
    return answer.run(key(service), chat, device, word);
  }

  @Override
  public Future<Void> forget(ServiceId service, ConversationId chat) {
    return redis.deleteField(key(service), chat.hex()).mapEmpty();
  }

  @Override
  public Future<List<DangerCall>> of(ServiceId service) {
    return redis
        .fields(key(service))
        .map(
            fields ->
                fields.entrySet().stream()
                    .map(field -> read(field.getKey(), field.getValue()))
                    .toList());
  }

  private static DangerCall read(String chat, byte[] text) {
    String[] lines = new String(text, StandardCharsets.UTF_8).split("\n", -1);
    return new DangerCall(
        new ConversationId(chat),
        Instant.ofEpochMilli(Long.parseLong(lines[0])),
        DangerCall.By.valueOf(lines[1].toUpperCase(Locale.ROOT)),
        Integer.parseInt(lines[3]),
        lines[2].equals("1"),
        who(DangerCall.Word.COMES, lines[6]),
        who(DangerCall.Word.HEARD, lines[6]));
  }

  private static List<DeviceId> who(DangerCall.Word word, String said) {
    return Stream.of(said.split(","))
        .filter(each -> each.startsWith(AnswerScript.mark(word)))
        .map(each -> new DeviceId(each.substring(1)))
        .toList();
  }

  private Key key(ServiceId service) {
    return keys.computeIfAbsent(service, s -> Key.of("{s:" + s.slug() + "}:danger"));
  }
}
