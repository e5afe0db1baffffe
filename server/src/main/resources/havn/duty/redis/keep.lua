-- Writes one device's duty record, or drops it, and notes until when somebody is there with whom the service may be open.
-- KEYS: duty hash, kept string (one slot)
-- ARGV: device, record (empty: none any more), now in ms (empty: nobody is there for a shorter time by this), how long a beat counts in ms, how long that of somebody whom a text reaches (and of a record), life of what is kept in ms, how long who is called has to come in ms
-- Answers until when in ms, or nothing while that is not known.
if ARGV[2] == '' then
  redis.call('HDEL', KEYS[1], ARGV[1])
else
  redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
  redis.call('PEXPIRE', KEYS[1], ARGV[5])
end
local before = redis.call('GET', KEYS[2])
local most = before and math.min(tonumber(before), tonumber(ARGV[3]) or math.huge) or 0
local all = redis.call('HGETALL', KEYS[1])
for i = 2, #all, 2 do
  local to, beat, rests, load, room, keeps = string.match(all[i], '^(%d+)\n(%d+)\n(%d+)\n(%d+)\n(%d+)\n(%d)')
  local called = rests == '0' and tonumber(load) < tonumber(room) and string.match(all[i], '\n%x+\n(%d*)$')
  local gone = tonumber(beat) + tonumber(ARGV[4])
  if called then gone = math.max(gone, math.min(tonumber(beat) + tonumber(ARGV[5]), (tonumber(called) or math.huge) + tonumber(ARGV[7]))) end
  if keeps == '1' then most = math.max(most, math.min(tonumber(to), gone)) end
end
if most == 0 then return false end
local text = string.format('%.0f', most)
redis.call('SET', KEYS[2], text, 'PX', ARGV[6])
return text
