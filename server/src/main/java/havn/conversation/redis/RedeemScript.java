package havn.conversation.redis;

import havn.kernel.secret.Secret;
import havn.redis.Bytes;
import havn.redis.LuaScript;
import havn.redis.Redis;
import io.vertx.core.Future;
import java.util.List;

/// `redeem.lua`: what the service owes a visitor whom it left, once.
record RedeemScript(Redis redis) {

  private static final LuaScript LUA = LuaScript.beside(RedeemScript.class, "redeem.lua");

  Future<Boolean> run(ConversationKeys keys, Secret capability) {
    return redis
        .run(LUA, List.of(keys.meta()), Bytes.of(capability.fingerprint()))
        .map(reply -> reply.number() == 1);
  }
}
