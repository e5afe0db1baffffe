-- Calls for help in a chat, once while a call stands.
-- KEYS: calls hash
-- ARGV: conversation hex, who (visitor, staff, line), now ms, highest slot in the chat, most calls of whoever calls,
-- most that stand, most chats that are remembered, life ms
-- Answers 1; 2 when it stands already or was said in the line before, 3 when this chat called often enough, 4 when too
-- many stand. One that stands is the visitor's from then on when they say so too.
local times = {visitor = 0, staff = 0, line = 0}
local text = redis.call('HGET', KEYS[1], ARGV[1])
if text then
  local since, by, stands, visitor, staff = string.match(text, '^(%d+)\n(%a+)\n(%d)\n%d+\n(%d+)\n(%d+)')
  if stands == '1' and ARGV[2] == 'visitor' and by ~= 'visitor' then
    redis.call('HSET', KEYS[1], ARGV[1], since .. '\nvisitor' .. string.sub(text, #since + #by + 2))
  end
  if stands == '1' or ARGV[2] == 'line' then return 2 end
  times.visitor, times.staff = tonumber(visitor), tonumber(staff)
end
if times[ARGV[2]] >= tonumber(ARGV[5]) then return 3 end
local all, count, standing, oldest, since = redis.call('HGETALL', KEYS[1]), 0, 0, nil, nil
for at = 1, #all, 2 do
  count = count + 1
  local began, stands = string.match(all[at + 1], '^(%d+)\n%a+\n(%d)')
  if stands == '1' then
    standing = standing + 1
  elseif not since or tonumber(began) < since then
    oldest, since = all[at], tonumber(began)
  end
end
if standing >= tonumber(ARGV[6]) then return 4 end
if not text and count >= tonumber(ARGV[7]) then redis.call('HDEL', KEYS[1], oldest) end
times[ARGV[2]] = times[ARGV[2]] + 1
local fields = {ARGV[3], ARGV[2], '1', ARGV[4], times.visitor, times.staff, ''}
redis.call('HSET', KEYS[1], ARGV[1], table.concat(fields, '\n'))
redis.call('PEXPIRE', KEYS[1], ARGV[8])
return 1
