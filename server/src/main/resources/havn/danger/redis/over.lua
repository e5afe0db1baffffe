-- Ends one call for help; a later one of the same chat stands.
-- KEYS: calls hash
-- ARGV: conversation hex, since ms
local text = redis.call('HGET', KEYS[1], ARGV[1])
if not text then return 0 end
local since, by, rest = string.match(text, '^(%d+)\n(%a+)\n1(.*)$')
if since ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], since .. '\n' .. by .. '\n0' .. rest)
return 1
