-- Notes which process holds a party's connection, if the conversation still exists.
-- KEYS: meta hash
-- ARGV: field, node
-- Answers 1 when it does.
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('HDEL', KEYS[1], 'apart')
return 1
