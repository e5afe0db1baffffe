-- Until when somebody was there with whom the service may be open; where nobody knows, something else is noted. Asked while nobody is
-- there: where it says that somebody still is, they were called and did not come, and it is counted anew.
-- KEYS: duty hash, kept string (one slot)
-- ARGV: what else in ms, its life in ms, now in ms, how long a beat counts in ms, how long that of somebody whom a text reaches,
-- how long who is called has to come in ms
-- Answers until when in ms.
local kept = redis.call('GET', KEYS[2])
if kept and tonumber(kept) <= tonumber(ARGV[3]) then return kept end
local most = 0
if kept then
  local all = redis.call('HGETALL', KEYS[1])
  for i = 2, #all, 2 do
    local to, beat, rests, load, room, keeps = string.match(all[i], '^(%d+)\n(%d+)\n(%d+)\n(%d+)\n(%d+)\n(%d)')
    local called = rests == '0' and tonumber(load) < tonumber(room) and string.match(all[i], '\n%x+\n(%d*)$')
    local gone = tonumber(beat) + tonumber(ARGV[4])
    if called then gone = math.max(gone, math.min(tonumber(beat) + tonumber(ARGV[5]), (tonumber(called) or math.huge) + tonumber(ARGV[6]))) end
    if keeps == '1' then most = math.max(most, math.min(tonumber(to), gone)) end
  end
  if most == 0 or most > tonumber(ARGV[3]) then return kept end
end
local text = kept and string.format('%.0f', most) or ARGV[1]
redis.call('SET', KEYS[2], text, 'PX', ARGV[2])
return text
