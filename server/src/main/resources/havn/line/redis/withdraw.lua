-- Takes back what a device was offered, as if it had not been asked.
-- KEYS: line zset, waiting hash, seen zset, offers hash (one slot)
-- ARGV: conversation hex, device hex
-- Answers 1 when it was offered to this device.
local offer = redis.call('HGET', KEYS[4], ARGV[1])
if not offer then return 0 end
local device, till, asked = string.match(offer, '^(%x*)\n(%d+)\n(.*)$')
if device ~= ARGV[2] then return 0 end
local others = {}
for one in string.gmatch(asked, '%x+') do
  if one ~= device then others[#others + 1] = one end
end
if #others == 0 then redis.call('HDEL', KEYS[4], ARGV[1])
else redis.call('HSET', KEYS[4], ARGV[1], '\n' .. till .. '\n' .. table.concat(others, ',')) end
return 1
