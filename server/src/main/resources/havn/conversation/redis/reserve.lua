-- Reserves room for one more conversation of a device. What is paused needs none.
-- KEYS: set of its conversations, set of those that are paused (one slot)
-- ARGV: conversation hex, most, life ms
-- Answers 1, or 0 when there is no room.
local held = redis.call('SCARD', KEYS[1]) - #redis.call('SINTER', KEYS[1], KEYS[2])
if redis.call('SISMEMBER', KEYS[1], ARGV[1]) == 0 and held >= tonumber(ARGV[2]) then return 0 end
redis.call('SADD', KEYS[1], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return 1
