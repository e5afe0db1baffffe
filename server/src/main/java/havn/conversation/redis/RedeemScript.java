package havn.conversation.redis;

import havn.conversation.Debt;
import havn.kernel.secret.Secret;
import havn.redis.Bytes;
import havn.redis.LuaScript;
import havn.redis.Redis;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/// `redeem.lua`: what the service owes a visitor whom it left, once.
record RedeemScript(Redis redis) {

  private static final LuaScript LUA = LuaScript.beside(RedeemScript.class, "redeem.lua");

  Future<Optional<Debt>> look(ConversationKeys keys, Secret capability) {
    return run(keys, capability, "look", "");
  }

  Future<Optional<Debt>> take(ConversationKeys keys, Secret capability) {
    return run(keys, capability, "take", "");
  }

  Future<Optional<Debt>> owe(ConversationKeys keys, Secret capability, Debt debt) {
    return run(keys, capability, "owe", debt.stored());
  }

  private Future<Optional<Debt>> run(
      ConversationKeys keys, Secret capability, String what, String debt) {
    return redis
        .run(
            LUA,
            List.of(keys.meta()),
            Bytes.of(capability.fingerprint()),
            Bytes.of(what),
            Bytes.of(debt))
        .map(reply -> Debt.parse(reply.text()));
  }
}
