package havn.conversation.redis;

import static havn.Eventually.get;

import com.google.protobuf.ByteString;
import havn.conversation.Conversation;
import havn.conversation.Conversations;
import havn.conversation.Memberships;
import havn.kernel.id.ConversationId;
import havn.kernel.id.DeviceId;
import havn.kernel.id.ServiceId;
import havn.redis.Redis;
import havn.redis.TestRedis;
import io.vertx.core.Vertx;
import java.time.Instant;

/// A chat on a real Redis that a device has just taken, with fence 1.
final class ClaimedChat implements AutoCloseable {

  static final Instant NOW = Instant.ofEpochMilli(1_795_000_000_000L);

  private final Vertx vertx = Vertx.vertx();
  final Redis redis = get(Redis.open(vertx, TestRedis.shared().settings()));
  final Conversations conversations = ConversationStores.conversations(redis);
  final Memberships memberships = ConversationStores.memberships(redis);
  final ConversationId id = ConversationId.fresh();
  final DeviceId lead = DeviceId.fresh();

  ClaimedChat() {
    ServiceId service = new ServiceId("pro-mann");
    get(
        conversations.open(
            id, new Conversation.Ring(service, "self", "nb", ByteString.EMPTY, "fp", NOW)));
    if (get(conversations.claim(id, lead)) != 1) {
      throw new AssertionError("a first claim has fence 1");
    }
  }

  @Override
  public void close() {
    redis.close();
    get(vertx.close());
  }
}
