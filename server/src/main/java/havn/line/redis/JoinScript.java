package havn.line.redis;

import havn.line.Boost;
import havn.line.Lines;
import havn.line.Waiter;
import havn.redis.Bytes;
import havn.redis.LuaScript;
import havn.redis.Redis;
import io.vertx.core.Future;

/// `join.lua`: in the line by order, unless it is full.
record JoinScript(Redis redis) {

  private static final LuaScript LUA = LuaScript.beside(JoinScript.class, "join.lua");

  Future<Boolean> run(LineKeys keys, Waiter waiter) {
    return redis
        .run(
            LUA,
            keys.four(),
            Bytes.of(waiter.conversation().hex()),
            Bytes.of(waiter.order()),
            Bytes.of(waiter.seen().toEpochMilli()),
            Bytes.of(WaiterText.write(waiter)),
            Bytes.of(most(waiter)),
            Bytes.of(RedisLines.LIFE.toMillis()))
        .map(reply -> reply.number() == 1);
  }

  private static long most(Waiter waiter) {
    return waiter.boost() == Boost.NONE ? Lines.MOST : Lines.MOST + Lines.RESERVE;
  }
}
