-- Asks a device into a conversation.
-- KEYS: meta hash
-- ARGV: fence, device hex, kind (join, handover), until ms, now ms, most devices of staff
-- Answers 1; 0 when the claim has moved on, 2 when another invitation stands, 3 when the device is in it already
-- or nobody more may be.
local m = redis.call('HMGET', KEYS[1], 'state', 'fence', 'device', 'members', 'invite')
if m[1] ~= 'taken' or m[2] ~= ARGV[1] then return 0 end
local members, invite = m[4] or '', m[5] or ''
if m[3] == ARGV[2] then return 3 end
if ARGV[3] == 'join' then
  local _, count = string.gsub(members, ':', '')
  if count + 2 > tonumber(ARGV[6]) or string.find(members, ARGV[2], 1, true) then return 3 end
end
local wish = ARGV[2] .. ' ' .. ARGV[3] .. ' '
local ends = tonumber(string.match(invite, '%d+$') or '0')
if ends > tonumber(ARGV[5]) and string.sub(invite, 1, #wish) ~= wish then return 2 end
redis.call('HSET', KEYS[1], 'invite', wish .. ARGV[4])
return 1
