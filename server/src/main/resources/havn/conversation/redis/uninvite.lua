-- Ends an invitation: the lead takes it back, or the invited declines.
-- KEYS: meta hash
-- ARGV: fence (empty for the invited), device hex (empty for the lead)
-- Answers the device that was invited, or nothing.
local m = redis.call('HMGET', KEYS[1], 'state', 'fence', 'invite')
if m[1] ~= 'taken' or not m[3] then return false end
local device = string.match(m[3], '^%x+')
if ARGV[1] ~= m[2] and ARGV[2] ~= device then return false end
redis.call('HDEL', KEYS[1], 'invite')
return device
