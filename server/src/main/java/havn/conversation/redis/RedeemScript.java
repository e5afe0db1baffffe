package havn.conversation.redis;

import havn.conversation.Debt;
import havn.kernel.id.ConversationId;
import havn.kernel.secret.Secret;
import havn.redis.Bytes;
import havn.redis.LuaScript;
import havn.redis.Redis;
import havn.redis.Reply;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/// `redeem.lua`: what the service owes a visitor whom it left, until the place is known to be
/// theirs.
record RedeemScript(Redis redis) {

  private static final LuaScript LUA = LuaScript.beside(RedeemScript.class, "redeem.lua");

  Future<Optional<Debt>> look(ConversationKeys keys, Secret capability) {
    return run(keys, capability, "look", "")
        .map(owed -> owed.flatMap(parts -> Debt.parse(parts.get(0).text())));
  }

  Future<Optional<ConversationId>> give(
      ConversationKeys keys, Secret capability, ConversationId next) {
    return run(keys, capability, "give", next.hex())
        .map(
            owed ->
                owed.map(parts -> parts.get(1).text())
                    .filter(before -> !before.isEmpty())
                    .map(ConversationId::new));
  }

  Future<Void> settle(ConversationKeys keys, Secret capability) {
    return run(keys, capability, "settle", "").mapEmpty();
  }

  private Future<Optional<List<Reply>>> run(
      ConversationKeys keys, Secret capability, String what, String next) {
    return redis
        .run(
            LUA,
            List.of(keys.meta()),
            Bytes.of(capability.fingerprint()),
            Bytes.of(what),
            Bytes.of(next))
        .map(reply -> Optional.of(reply.parts()).filter(parts -> !parts.isEmpty()));
  }
}
