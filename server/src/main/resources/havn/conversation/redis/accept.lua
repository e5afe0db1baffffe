-- Lets the invited in: as a member with a slot of its own, or as the lead with a new fence. A new lead is alone of
-- staff. Slots are counted, never used again.
-- KEYS: meta hash
-- ARGV: device hex, now ms
-- Answers {kind, fence (0 for a member), slot, lead that is gone, members that are gone}, or nothing when no
-- invitation of this device stands.
local m = redis.call('HMGET', KEYS[1], 'state', 'device', 'members', 'invite', 'slots')
if m[1] ~= 'taken' or not m[4] then return false end
local device, kind, ends = string.match(m[4], '^(%x+) (%l+) (%d+)$')
if device ~= ARGV[1] or tonumber(ends) <= tonumber(ARGV[2]) then return false end
local members = m[3] or ''
local slot = tonumber(string.match(members, device .. ':(%d+)') or '0')
if slot == 0 then
  if tonumber(m[5]) >= 255 then return false end
  slot = redis.call('HINCRBY', KEYS[1], 'slots', 1)
end
redis.call('HDEL', KEYS[1], 'invite')
if kind == 'join' then
  redis.call('HSET', KEYS[1], 'members', members .. device .. ':' .. slot .. ' ')
  return {kind, 0, slot, '', ''}
end
redis.call('HSET', KEYS[1], 'device', device, 'slot', slot)
redis.call('HDEL', KEYS[1], 'members')
return {kind, redis.call('HINCRBY', KEYS[1], 'fence', 1), slot, m[2], members}
