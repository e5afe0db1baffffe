-- Puts a visitor who waits where a boost lets them stand.
-- KEYS: line zset, waiting hash, seen zset, offers hash (one slot)
-- ARGV: conversation hex, name of the boost, order µs
-- Answers 1, or 0 when they do not wait.
local text = redis.call('HGET', KEYS[2], ARGV[1])
if not text then return 0 end
local fields = {}
for field in string.gmatch(text .. '\n', '([^\n]*)\n') do fields[#fields + 1] = field end
for at = #fields + 1, 5 do fields[at] = '' end
fields[5] = ARGV[2]
redis.call('HSET', KEYS[2], ARGV[1], table.concat(fields, '\n'))
redis.call('ZADD', KEYS[1], ARGV[3], ARGV[1])
return 1
