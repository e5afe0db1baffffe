-- Notes that somebody can come to a call that stands.
-- KEYS: calls hash
-- ARGV: conversation hex, device hex, most devices
-- Answers 1; 0 when none stands, or as many can come as are noted.
local text = redis.call('HGET', KEYS[1], ARGV[1])
if not text or not string.match(text, '^%d+\n%a+\n1\n') then return 0 end
local head, coming = string.match(text, '^(.*\n)([^\n]*)$')
if string.find(coming, ARGV[2], 1, true) then return 1 end
local _, commas = string.gsub(coming, ',', '')
if coming ~= '' and commas + 1 >= tonumber(ARGV[3]) then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], head .. (coming == '' and '' or coming .. ',') .. ARGV[2])
return 1
