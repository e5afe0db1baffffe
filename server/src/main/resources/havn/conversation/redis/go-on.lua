-- Takes the room of a paused conversation back.
-- KEYS: set of the device's conversations, set of those that are paused (one slot)
-- ARGV: conversation hex, most
-- Answers 1, or 0 when there is no room.
if redis.call('SISMEMBER', KEYS[2], ARGV[1]) == 0 then return 1 end
local held = redis.call('SCARD', KEYS[1]) - #redis.call('SINTER', KEYS[1], KEYS[2])
if held >= tonumber(ARGV[2]) then return 0 end
redis.call('SREM', KEYS[2], ARGV[1])
return 1
