-- Stores a shift statement for the holder of the claim, or for a member.
-- KEYS: meta hash, log stream (one slot)
-- ARGV: fence (0 for a member), most entries, entry, device hex
-- Answers the entry's id, or nothing when the claim has moved on, the device is no member or the log is full.
local m = redis.call('HMGET', KEYS[1], 'state', 'fence', 'members')
if m[1] ~= 'taken' then return false end
local member = ARGV[1] == '0' and string.find(m[3] or '', ARGV[4], 1, true)
if m[2] ~= ARGV[1] and not member then return false end
if redis.call('XLEN', KEYS[2]) >= tonumber(ARGV[2]) then return false end
return redis.call('XADD', KEYS[2], 'NOMKSTREAM', '1-*', 'e', ARGV[3])
