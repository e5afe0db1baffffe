-- Gives a waiting conversation to a device.
-- KEYS: meta hash, log stream (one slot)
-- ARGV: device hex, life ms
-- Answers the new fence, or 0 when it does not wait.
if redis.call('HGET', KEYS[1], 'state') ~= 'waiting' then return 0 end
redis.call('HSET', KEYS[1], 'state', 'taken', 'device', ARGV[1], 'slot', 1, 'slots', 1)
if redis.call('EXISTS', KEYS[2]) == 0 then
  redis.call('XADD', KEYS[2], '1-0', 'e', '')
  redis.call('XDEL', KEYS[2], '1-0')
end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
redis.call('PEXPIRE', KEYS[2], ARGV[2])
return redis.call('HINCRBY', KEYS[1], 'fence', 1)
