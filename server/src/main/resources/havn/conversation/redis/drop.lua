-- Takes a member out: the lead does, or the member itself leaves.
-- KEYS: meta hash
-- ARGV: fence (empty for the member), device hex
-- Answers 1, or 0 when it was no member or the claim has moved on.
local m = redis.call('HMGET', KEYS[1], 'state', 'fence', 'members')
if m[1] ~= 'taken' or (ARGV[1] ~= '' and ARGV[1] ~= m[2]) then return 0 end
local left, count = string.gsub(m[3] or '', ARGV[2] .. ':%d+ ', '')
if count == 0 then return 0 end
redis.call('HSET', KEYS[1], 'members', left)
return 1
