-- Lets what a device was offered lapse earlier.
-- KEYS: line zset, waiting hash, seen zset, offers hash (one slot)
-- ARGV: conversation hex, device hex, until ms
-- Answers 1 when it was offered to this device, and for longer.
local offer = redis.call('HGET', KEYS[4], ARGV[1])
if not offer then return 0 end
local device, till, asked = string.match(offer, '^(%x*)\n(%d+)\n(.*)$')
if device ~= ARGV[2] or tonumber(till) <= tonumber(ARGV[3]) then return 0 end
redis.call('HSET', KEYS[4], ARGV[1], device .. '\n' .. ARGV[3] .. '\n' .. asked)
return 1
