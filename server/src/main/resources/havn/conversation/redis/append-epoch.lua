-- Stores an epoch: compare-and-set on its number, with the fence of the current claim.
-- KEYS: meta hash, log stream (one slot)
-- ARGV: fence, most entries, entry, number
-- Answers the entry's id, or nothing.
local m = redis.call('HMGET', KEYS[1], 'state', 'fence', 'epoch')
if m[1] ~= 'taken' or m[2] ~= ARGV[1] then return false end
if tonumber(m[3]) + 1 ~= tonumber(ARGV[4]) then return false end
if redis.call('XLEN', KEYS[2]) >= tonumber(ARGV[2]) then return false end
local id = redis.call('XADD', KEYS[2], 'NOMKSTREAM', '1-*', 'e', ARGV[3])
if id then redis.call('HSET', KEYS[1], 'epoch', ARGV[4]) end
return id
