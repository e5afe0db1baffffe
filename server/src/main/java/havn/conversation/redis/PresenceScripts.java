package havn.conversation.redis;

import havn.conversation.Party;
import havn.redis.Bytes;
import havn.redis.LuaScript;
import havn.redis.Redis;
import io.vertx.core.Future;
import java.util.List;

/// `connected.lua` and `disconnected.lua`: which process holds a party's connection.
record PresenceScripts(Redis redis) {

  private static final LuaScript CONNECTED =
      LuaScript.beside(PresenceScripts.class, "connected.lua");
  private static final LuaScript DISCONNECTED =
      LuaScript.beside(PresenceScripts.class, "disconnected.lua");

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
