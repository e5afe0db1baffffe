-- Whether the service owes a visitor something after a chat that it left; taking it, once.
-- KEYS: meta hash
-- ARGV: fingerprint of the capability, '1' to take it
-- Answers 1, or 0 when nothing is owed to this capability.
local m = redis.call('HMGET', KEYS[1], 'owed', 'cap')
if m[1] ~= '1' or m[2] ~= ARGV[1] then return 0 end
if ARGV[2] == '1' then redis.call('HDEL', KEYS[1], 'owed') end
return 1
