-- Notes since when nobody of a taken conversation is connected, unless it is noted already. Whoever connects takes it back,
-- and so does whoever finds somebody connected.
-- KEYS: meta hash
-- ARGV: now in ms
-- Answers since when in ms, or nothing when it is not taken.
if redis.call('HGET', KEYS[1], 'state') ~= 'taken' then return false end
local since = redis.call('HGET', KEYS[1], 'apart')
if since then return since end
redis.call('HSET', KEYS[1], 'apart', ARGV[1])
return ARGV[1]
