-- Lends the room of a conversation that a device holds to others.
-- KEYS: set of its conversations, set of those that are paused (one slot)
-- ARGV: conversation hex, life ms
if redis.call('SISMEMBER', KEYS[1], ARGV[1]) == 1 then
  redis.call('SADD', KEYS[2], ARGV[1])
  redis.call('PEXPIRE', KEYS[2], ARGV[2])
end
return 1
