-- Overwrites a string where it lies, then deletes it: a deleted one stays in memory until something else lies there.
-- KEYS: a conversation's reload
-- Answers 1, or 0 when there was none.
local length = redis.call('STRLEN', KEYS[1])
if length > 0 then redis.call('SETRANGE', KEYS[1], 0, string.rep('\0', length)) end
return redis.call('DEL', KEYS[1])
