package havn.conversation.redis;

import havn.conversation.Conversations;
import havn.conversation.Debt;
import havn.conversation.Ending;
import havn.conversation.Stage;
import havn.redis.Bytes;
import havn.redis.LuaScript;
import havn.redis.Redis;
import havn.redis.Reply;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// `end.lua`: the last entry, once.
record EndScript(Redis redis) {

  private static final LuaScript LUA = LuaScript.beside(EndScript.class, "end.lua");

  private static final String ANY = "";
  private static final String WAITING = "waiting";
  private static final String TAKEN = "taken";
  private static final String NOTHING = "";

  /// Empty when it was over already.
  Future<Optional<Ending>> run(ConversationKeys keys, byte[] body) {
    return run(keys, body, ANY, NOTHING, NOTHING);
  }

  /// Empty when it is over, or somebody has been connected since then.
  Future<Optional<Ending>> runIfApart(ConversationKeys keys, byte[] body, Instant since) {
    return run(keys, body, TAKEN, NOTHING, Long.toString(since.toEpochMilli()));
  }

  /// The same, and the visitor is owed a place in front. Empty when it was over already.
  Future<Optional<Ending>> runOwing(ConversationKeys keys, byte[] body, Debt debt) {
    return run(keys, body, ANY, debt.stored(), NOTHING);
  }

  /// Empty when it does not wait.
  Future<Optional<Ending>> runIfWaiting(ConversationKeys keys, byte[] body) {
    return run(keys, body, WAITING, NOTHING, NOTHING);
  }

  private Future<Optional<Ending>> run(
      ConversationKeys keys, byte[] body, String state, String owed, String apart) {
    return redis
        .run(
            LUA,
            keys.all(),
            body,
            Bytes.of(Conversations.DYING.toMillis()),
            Bytes.of(state),
            Bytes.of(owed),
            Bytes.of(Conversations.OWED.toMillis()),
            Bytes.of(apart))
        .map(EndScript::ending);
  }

  private static Optional<Ending> ending(Reply reply) {
    List<Reply> parts = reply.parts();
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    Stage had =
        MetaHash.stage(
            parts.get(0).text(),
            parts.get(1).text(),
            parts.get(2).number(),
            (int) parts.get(3).number(),
            parts.get(5).text(),
            parts.get(6).text());
    return Optional.of(new Ending(had, StreamIds.seq(parts.get(4))));
  }
}
