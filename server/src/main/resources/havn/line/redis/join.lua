-- Puts a visitor in the line: last, unless the order says otherwise.
-- KEYS: line zset, waiting hash, seen zset, offers hash (one slot)
-- ARGV: conversation hex, order µs, seen ms, card text, most, life ms
-- Answers 1, or 0 when the line is full.
if redis.call('ZSCORE', KEYS[1], ARGV[1]) == false
    and redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[5]) then
  return 0
end
redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1])
redis.call('HSET', KEYS[2], ARGV[1], ARGV[4])
redis.call('ZADD', KEYS[3], ARGV[3], ARGV[1])
for i = 1, 3 do redis.call('PEXPIRE', KEYS[i], ARGV[6]) end
return 1
