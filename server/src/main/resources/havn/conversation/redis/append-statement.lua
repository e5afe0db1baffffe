-- Stores a shift statement for the holder of the claim.
-- KEYS: meta hash, log stream (one slot)
-- ARGV: fence, most entries, entry
-- Answers the entry's id, or nothing when the claim has moved on or the log is full.
local m = redis.call('HMGET', KEYS[1], 'state', 'fence')
if m[1] ~= 'taken' or m[2] ~= ARGV[1] then return false end
if redis.call('XLEN', KEYS[2]) >= tonumber(ARGV[2]) then return false end
return redis.call('XADD', KEYS[2], 'NOMKSTREAM', '1-*', 'e', ARGV[3])
