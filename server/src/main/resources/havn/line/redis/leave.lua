-- Takes a visitor out of the line.
-- KEYS: line zset, waiting hash, seen zset, offers hash (one slot)
-- ARGV: conversation hex
-- Answers 1 when the visitor stood in it.
redis.call('HDEL', KEYS[2], ARGV[1])
redis.call('ZREM', KEYS[3], ARGV[1])
redis.call('HDEL', KEYS[4], ARGV[1])
return redis.call('ZREM', KEYS[1], ARGV[1])
