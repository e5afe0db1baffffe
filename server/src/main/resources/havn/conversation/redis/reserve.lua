-- Reserves room for one more conversation of a device.
-- KEYS: set of its conversations
-- ARGV: conversation hex, most, life ms
-- Answers 1, or 0 when there is no room.
if redis.call('SISMEMBER', KEYS[1], ARGV[1]) == 0 and redis.call('SCARD', KEYS[1]) >= tonumber(ARGV[2]) then
  return 0
end
redis.call('SADD', KEYS[1], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return 1
