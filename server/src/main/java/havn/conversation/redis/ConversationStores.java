package havn.conversation.redis;

import havn.conversation.Conversations;
import havn.conversation.Memberships;
import havn.conversation.Reloads;
import havn.conversation.Whispers;
import havn.redis.Redis;

/// The conversation's stores in Redis.
public final class ConversationStores {

  private ConversationStores() {}

  public static Conversations conversations(Redis redis) {
    return new RedisConversations(redis);
  }

  public static Whispers whispers(Redis redis) {
    return new RedisWhispers(redis);
  }

  public static Reloads reloads(Redis redis) {
    return new RedisReloads(redis);
  }

  public static Memberships memberships(Redis redis) {
    return new RedisMemberships(redis);
  }
}
