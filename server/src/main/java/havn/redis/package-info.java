/// The only door to Redis, and to its driver.
///
/// A narrow asynchronous API over byte arrays: [havn.redis.Redis] for commands,
/// [havn.redis.LuaScript] for atomic moves, [havn.redis.Channels] for plain publish and subscribe.
/// Keys are [havn.redis.Key] objects that a store builds once per thing, not once per command.
///
/// Every event loop has one connection that lives on that same loop, so a command is written and
/// answered without changing threads. Limits: 8,192 commands under way per connection, 2 s for an
/// answer, 1 s to connect. Past a limit the `Future` fails with [havn.redis.RedisUnavailable] and
/// nobody waits. A command is sent at most once: what was under way when a connection broke fails,
/// and may or may not have happened.
///
/// Commands the server's user needs: `PING GET SET GETDEL DEL PEXPIRE HGETALL HMGET HSET HDEL ZADD
/// ZREM ZRANGE ZSCORE ZCARD ZREMRANGEBYSCORE SADD SCARD SREM SMEMBERS LPUSH LTRIM LRANGE EXISTS
/// XADD XRANGE XREVRANGE XLEN EVAL EVALSHA PUBLISH SUBSCRIBE UNSUBSCRIBE CLIENT`, on all keys and
/// channels.
@NullMarked
package havn.redis;

import org.jspecify.annotations.NullMarked;
