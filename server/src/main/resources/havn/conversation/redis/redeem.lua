-- Gives a visitor, once, what the service owes after a chat that it left.
-- KEYS: meta hash
-- ARGV: fingerprint of the capability
-- Answers 1, or 0 when nothing is owed to this capability.
local m = redis.call('HMGET', KEYS[1], 'owed', 'cap')
if m[1] ~= '1' or m[2] ~= ARGV[1] then return 0 end
redis.call('HDEL', KEYS[1], 'owed')
return 1
