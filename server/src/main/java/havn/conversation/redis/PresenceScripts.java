package havn.conversation.redis;

import havn.conversation.Party;
import havn.redis.Bytes;
import havn.redis.LuaScript;
import havn.redis.Redis;
import havn.redis.Reply;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// `connected.lua`, `disconnected.lua` and `apart.lua`: which process holds a party's connection,
/// and since when none does.
record PresenceScripts(Redis redis) {

  private static final LuaScript CONNECTED =
      LuaScript.beside(PresenceScripts.class, "connected.lua");
  private static final LuaScript DISCONNECTED =
      LuaScript.beside(PresenceScripts.class, "disconnected.lua");

  private static final LuaScript APART = LuaScript.beside(PresenceScripts.class, "apart.lua");

  Future<Optional<Instant>> apart(ConversationKeys keys, Instant now) {
    return redis
        .run(APART, List.of(keys.meta()), Bytes.of(now.toEpochMilli()))
        .map(
            reply ->
                reply instanceof Reply.None
                    ? Optional.empty()
                    : Optional.of(Instant.ofEpochMilli(reply.number())));
  }

  Future<Void> connected(ConversationKeys keys, Party party, String node) {
    return redis
        .run(CONNECTED, List.of(keys.meta()), Bytes.of(MetaHash.field(party)), Bytes.of(node))
        .mapEmpty();
  }

  Future<Void> disconnected(ConversationKeys keys, Party party, String node) {
    return redis
        .run(DISCONNECTED, List.of(keys.meta()), Bytes.of(MetaHash.field(party)), Bytes.of(node))
        .mapEmpty();
  }
}
