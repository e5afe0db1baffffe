package havn.line.redis;

import havn.kernel.id.ConversationId;
import havn.line.Lines;
import havn.line.Offer;
import havn.line.Waiter;
import havn.redis.Bytes;
import havn.redis.LuaScript;
import havn.redis.Redis;
import havn.redis.Reply;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// `waiting.lua`: the whole line, in order.
record WaitingScript(Redis redis) {

  private static final LuaScript LUA = LuaScript.beside(WaitingScript.class, "waiting.lua");

  Future<List<Waiter>> run(LineKeys keys) {
    return redis
        .run(LUA, keys.four(), Bytes.of(Lines.MOST + Lines.RESERVE))
        .map(WaitingScript::waiters);
  }

  private static List<Waiter> waiters(Reply reply) {
    List<Reply> parts = reply.parts();
    List<Waiter> waiters = new ArrayList<>(parts.size() / 4);
    for (int i = 0; i + 3 < parts.size(); i += 4) {
      Instant seen = Instant.ofEpochMilli((long) Double.parseDouble(parts.get(i + 2).text()));
      Offer offer = OfferText.read(parts.get(i + 3).text());
      WaiterText.read(new ConversationId(parts.get(i).text()), parts.get(i + 1).text(), seen, offer)
          .ifPresent(waiters::add);
    }
    return waiters;
  }
}
