-- Writes one device's duty record, drops it, adds to it that its person was called, or puts its load right, and notes until when somebody
-- is there, lane by lane, with whom the service may be open. Removes the records of others that have ended, or were silent for as long
-- as a record lives.
-- KEYS: duty hash, there hash (one slot)
-- ARGV: device, what (put, drop, called, load), record, or for the last two the last sign of life in ms as it was read, now in ms, how
-- long a beat counts in ms, how long that of somebody whom a text reaches (and of a record), life of what is noted in ms, how long who is
-- called has to come in ms, how many lanes are noted at most, load
-- Answers 1; 0 when a sign of life came since it was read, or somebody else called first.
local function parts(record)
  local f = {}
  for part in string.gmatch(record .. '\n', '([^\n]*)\n') do f[#f + 1] = part end
  return f
end
-- Lanes that a record keeps open.
local function lanes(f)
  if f[6] ~= '1' then return {} end
  local all = {}
  for lane in string.gmatch((f[10] or '') == '' and '*' or f[10], '[^,]+') do all[#all + 1] = lane end
  return all
end
local before = redis.call('HGET', KEYS[1], ARGV[1])
if ARGV[2] == 'put' then
  redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
  redis.call('PEXPIRE', KEYS[1], ARGV[6])
elseif ARGV[2] == 'drop' then
  redis.call('HDEL', KEYS[1], ARGV[1])
elseif ARGV[2] == 'load' then
  local head, rest = string.match(before or '', '^(%d+\n' .. ARGV[3] .. '\n%d\n)%d+(\n.*)$')
  if not head then return 0 end
  redis.call('HSET', KEYS[1], ARGV[1], head .. ARGV[10] .. rest)
else
  if not before or string.match(before, '^%d+\n(%d+)\n') ~= ARGV[3] or string.sub(before, -1) ~= '\n' then return 0 end
  redis.call('HSET', KEYS[1], ARGV[1], before .. ARGV[4])
end
local there, known = {}, 0
local noted = redis.call('HGETALL', KEYS[2])
for i = 1, #noted, 2 do
  there[noted[i]] = tonumber(noted[i + 1])
  known = known + 1
end
-- What was noted for this device holds until now; the rest of it follows from its record.
for _, lane in ipairs(before and lanes(parts(before)) or {}) do
  if there[lane] then there[lane] = math.min(there[lane], tonumber(ARGV[4])) end
end
local all = redis.call('HGETALL', KEYS[1])
for i = 2, #all, 2 do
  local f = parts(all[i])
  local gone = tonumber(f[2]) + tonumber(ARGV[5])
  if f[13] and f[13] ~= '' and f[3] == '0' and tonumber(f[4]) < tonumber(f[5]) then
    gone = math.max(gone, math.min(tonumber(f[2]) + tonumber(ARGV[6]), (tonumber(f[14]) or math.huge) + tonumber(ARGV[8])))
  end
  for _, lane in ipairs(lanes(f)) do
    if not there[lane] then known = known + 1 end
    if there[lane] or known <= tonumber(ARGV[9]) then there[lane] = math.max(there[lane] or 0, math.min(tonumber(f[1]), gone)) end
  end
  local over = tonumber(f[1]) <= tonumber(ARGV[4]) or tonumber(f[2]) + tonumber(ARGV[6]) <= tonumber(ARGV[4])
  if over and all[i - 1] ~= ARGV[1] then redis.call('HDEL', KEYS[1], all[i - 1]) end
end
for lane, till in pairs(there) do redis.call('HSET', KEYS[2], lane, string.format('%.0f', till)) end
if next(there) then redis.call('PEXPIRE', KEYS[2], ARGV[7]) end
return 1
