-- Puts a visitor who waits where a boost lets them stand; the first time it notes when, and forgets who let them pass.
-- KEYS: line zset, waiting hash, seen zset, offers hash (one slot)
-- ARGV: conversation hex, name of the boost, order µs, now ms
-- Answers 1, or 0 when they do not wait.
local text = redis.call('HGET', KEYS[2], ARGV[1])
if not text then return 0 end
local fields = {}
for field in string.gmatch(text .. '\n', '([^\n]*)\n') do fields[#fields + 1] = field end
for at = #fields + 1, 9 do fields[at] = '' end
if fields[5] ~= ARGV[2] then
  fields[5], fields[9] = ARGV[2], ARGV[4]
  local device, till = string.match(redis.call('HGET', KEYS[4], ARGV[1]) or '', '^(%x+)\n(%d+)\n')
  if device and tonumber(till) > tonumber(ARGV[4]) then
    redis.call('HSET', KEYS[4], ARGV[1], device .. '\n' .. till .. '\n' .. device)
  else
    redis.call('HDEL', KEYS[4], ARGV[1])
  end
end
redis.call('HSET', KEYS[2], ARGV[1], table.concat(fields, '\n'))
redis.call('ZADD', KEYS[1], ARGV[3], ARGV[1])
return 1
