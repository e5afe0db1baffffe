-- What the service owes a visitor after a chat that it left.
-- KEYS: meta hash
-- ARGV: fingerprint of the capability, 'look', 'give' (to a new conversation) or 'settle', the new conversation's hex
-- Answers {what is owed, the conversation that it was given to before or nothing}, or nothing when nothing is owed to
-- this capability. What is given is owed until it is settled.
local m = redis.call('HMGET', KEYS[1], 'owed', 'cap', 'given')
if m[2] ~= ARGV[1] or not m[1] then return false end
if ARGV[2] == 'give' then redis.call('HSET', KEYS[1], 'given', ARGV[3]) end
if ARGV[2] == 'settle' then redis.call('HDEL', KEYS[1], 'owed', 'given') end
return {m[1], m[3] or ''}
