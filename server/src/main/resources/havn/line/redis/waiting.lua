-- Reads the whole line in one step.
-- KEYS: line zset, waiting hash, seen zset, offers hash (one slot)
-- ARGV: most
-- Answers {hex, card text, seen ms, offer text, hex, …} in order.
local answer = {}
for _, hex in ipairs(redis.call('ZRANGE', KEYS[1], 0, tonumber(ARGV[1]) - 1)) do
  answer[#answer + 1] = hex
  answer[#answer + 1] = redis.call('HGET', KEYS[2], hex) or ''
  answer[#answer + 1] = redis.call('ZSCORE', KEYS[3], hex) or '0'
  answer[#answer + 1] = redis.call('HGET', KEYS[4], hex) or ''
end
return answer
