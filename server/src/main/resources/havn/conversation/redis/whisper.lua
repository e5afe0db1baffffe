-- Stores one entry of a chat's whispers: the running epoch's key, by the lead and once, or words of somebody in it.
-- KEYS: meta hash, whispers stream (one slot)
-- ARGV: device hex, "key" or "say", fence or slot, epoch of a key, most entries, entry
-- Answers {id, lead, members}, or {"not-yours"}, {"behind"}, {"full"}.
local m = redis.call('HMGET', KEYS[1], 'state', 'device', 'members', 'slot', 'fence', 'epoch', 'whisper')
if m[1] ~= 'taken' then return {'not-yours'} end
local members = m[3] or ''
if ARGV[2] == 'key' then
  if m[2] ~= ARGV[1] then return {'not-yours'} end
  if m[5] ~= ARGV[3] or m[6] ~= ARGV[4] or m[7] == ARGV[4] then return {'behind'} end
else
  local slot = m[2] == ARGV[1] and m[4] or string.match(members, ARGV[1] .. ':(%d+) ')
  if slot ~= ARGV[3] then return {'not-yours'} end
end
local length = redis.call('XLEN', KEYS[2])
if length >= tonumber(ARGV[5]) then return {'full'} end
local id = redis.call('XADD', KEYS[2], length == 0 and '1-1' or '1-*', 'e', ARGV[6])
if ARGV[2] == 'key' then redis.call('HSET', KEYS[1], 'whisper', ARGV[4]) end
redis.call('PEXPIRE', KEYS[2], redis.call('PTTL', KEYS[1]))
return {id, m[2], members}
