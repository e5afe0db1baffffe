-- Notes what a visitor in the line gave up, and which question that answers.
-- KEYS: line zset, waiting hash, seen zset, offers hash (one slot)
-- ARGV: conversation hex, word (empty: they keep it), number of the question (0: nobody asked), most words
-- Answers 1, or 0 when they do not wait or gave up as much as is kept.
local text = redis.call('HGET', KEYS[2], ARGV[1])
if not text then return 0 end
local fields = {}
for field in string.gmatch(text .. '\n', '([^\n]*)\n') do fields[#fields + 1] = field end
for at = #fields + 1, 8 do fields[at] = '' end
local words, count, known = fields[7], 0, ARGV[2] == ''
for word in string.gmatch(words, '[^,]+') do
  count = count + 1
  if word == ARGV[2] then known = true end
end
if not known then
  if count >= tonumber(ARGV[4]) then return 0 end
  fields[7] = count == 0 and ARGV[2] or words .. ',' .. ARGV[2]
end
fields[8] = tostring(math.max(tonumber(fields[8]) or 0, tonumber(ARGV[3])))
redis.call('HSET', KEYS[2], ARGV[1], table.concat(fields, '\n'))
return 1
