-- Reads a chat's whispers for a device that is in it now.
-- KEYS: meta hash, whispers stream (one slot)
-- ARGV: device hex, first id, most entries
-- Answers entries in order; none for anybody else.
local m = redis.call('HMGET', KEYS[1], 'state', 'device', 'members')
local inside = m[2] == ARGV[1] or string.find(m[3] or '', ARGV[1] .. ':', 1, true)
if m[1] ~= 'taken' or not inside then return {} end
return redis.call('XRANGE', KEYS[2], ARGV[2], '+', 'COUNT', ARGV[3])
