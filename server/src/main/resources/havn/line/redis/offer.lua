-- Offers a visitor to a device, whose turn this is.
-- KEYS: line zset, waiting hash, seen zset, offers hash, turns hash (one slot)
-- ARGV: conversation hex, device hex, now ms, until ms, life ms
-- Answers 1, or 0 when the visitor is not in the line, is offered to somebody, or the device is
-- asked for another visitor.
if redis.call('ZSCORE', KEYS[1], ARGV[1]) == false then return 0 end
local now = tonumber(ARGV[3])
local asked = ''
local offers = redis.call('HGETALL', KEYS[4])
for i = 1, #offers, 2 do
  local device, till, before = string.match(offers[i + 1], '^(%x*)\n(%d+)\n(.*)$')
  local mine = offers[i] == ARGV[1]
  if device ~= '' and tonumber(till) > now and (mine or device == ARGV[2]) then return 0 end
  if mine then asked = before end
end
if asked == '' then asked = ARGV[2]
elseif not string.find(asked, ARGV[2], 1, true) then asked = asked .. ',' .. ARGV[2] end
redis.call('HSET', KEYS[4], ARGV[1], ARGV[2] .. '\n' .. ARGV[4] .. '\n' .. asked)
redis.call('HSET', KEYS[5], ARGV[2], ARGV[3])
redis.call('PEXPIRE', KEYS[4], ARGV[5])
redis.call('PEXPIRE', KEYS[5], ARGV[5])
return 1
