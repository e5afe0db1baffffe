-- KEYS[1] a string. Overwritten in place before it goes: a deleted string stays in memory until something else lies there.
local length = redis.call('STRLEN', KEYS[1])
if length == 0 then
  return redis.call('DEL', KEYS[1])
end
redis.call('SETRANGE', KEYS[1], 0, string.rep('\0', length))
redis.call('DEL', KEYS[1])
return 1
