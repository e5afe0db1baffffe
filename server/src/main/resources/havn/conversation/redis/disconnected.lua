-- Forgets which process holds a party's connection, if it is this one.
-- KEYS: meta hash
-- ARGV: field, node
-- Answers 1 when it was.
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
return redis.call('HDEL', KEYS[1], ARGV[1])
