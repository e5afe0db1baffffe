-- Notes on a duty record that its person was called. A sign of life that came meanwhile wins, and so
-- does whoever was first.
-- KEYS: duty hash
-- ARGV: device hex, the last sign of life in ms as it was read, now in ms
-- Answers 1 when it was noted.
local record = redis.call('HGET', KEYS[1], ARGV[1])
if not record or string.match(record, '^%d+\n(%d+)\n') ~= ARGV[2] then return 0 end
if string.sub(record, -1) ~= '\n' then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], record .. ARGV[3])
return 1
