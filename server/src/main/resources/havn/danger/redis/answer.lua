-- Notes what somebody who hears a call that stands says to it; their last word counts.
-- KEYS: calls hash
-- ARGV: conversation hex, device hex, answer (+ can come, - heard it and cannot), most devices that say so
-- Answers 1; 0 when none stands, or as many say so as are noted.
local text = redis.call('HGET', KEYS[1], ARGV[1])
if not text or not string.match(text, '^%d+\n%a+\n1\n') then return 0 end
local head, said = string.match(text, '^(.*\n)([^\n]*)$')
if string.find(said, ARGV[3] .. ARGV[2], 1, true) then return 1 end
local kept, count = {}, 0
for answer, device in string.gmatch(said, '([+-])(%x+)') do
  if device ~= ARGV[2] then kept[#kept + 1] = answer .. device end
  if answer == ARGV[3] then count = count + 1 end
end
if count >= tonumber(ARGV[4]) then return 0 end
kept[#kept + 1] = ARGV[3] .. ARGV[2]
redis.call('HSET', KEYS[1], ARGV[1], head .. table.concat(kept, ','))
return 1
