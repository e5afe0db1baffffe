-- What the service owes a visitor after a chat that it left.
-- KEYS: meta hash
-- ARGV: fingerprint of the capability, 'look', 'take' (once), or 'owe' to put it back, what is put back
-- Answers what is owed, or nothing when nothing is to this capability.
local m = redis.call('HMGET', KEYS[1], 'owed', 'cap')
if m[2] ~= ARGV[1] then return '' end
if ARGV[2] == 'owe' then redis.call('HSET', KEYS[1], 'owed', ARGV[3]) return ARGV[3] end
if not m[1] then return '' end
if ARGV[2] == 'take' then redis.call('HDEL', KEYS[1], 'owed') end
return m[1]
