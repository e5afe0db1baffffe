-- Until when somebody was there with whom the service may be open; where nobody knows, something else is noted.
-- KEYS: kept string
-- ARGV: what else in ms, its life in ms
-- Answers until when in ms.
local kept = redis.call('GET', KEYS[1])
if kept then return kept end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return ARGV[1]
