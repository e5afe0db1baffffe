-- What the service owes a visitor after a chat that it left; taking it, once.
-- KEYS: meta hash
-- ARGV: fingerprint of the capability, '1' to take it
-- Answers what is owed, or nothing when nothing is to this capability.
local m = redis.call('HMGET', KEYS[1], 'owed', 'cap')
if not m[1] or m[2] ~= ARGV[1] then return '' end
if ARGV[2] == '1' then redis.call('HDEL', KEYS[1], 'owed') end
return m[1]
