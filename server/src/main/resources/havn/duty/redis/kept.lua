-- Until when somebody was there on one of these lanes with whom the service may be open; where nobody knows, something else is noted.
-- KEYS: there hash
-- ARGV: what else in ms, its life in ms, lanes
-- Answers until when in ms.
local kept = redis.call('HGET', KEYS[1], '*')
for i = 3, #ARGV do
  local lane = redis.call('HGET', KEYS[1], ARGV[i])
  if lane and (not kept or tonumber(lane) > tonumber(kept)) then kept = lane end
end
if kept then return kept end
for i = 3, #ARGV do redis.call('HSET', KEYS[1], ARGV[i], ARGV[1]) end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return ARGV[1]
