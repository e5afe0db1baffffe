-- Ends a conversation once. Its whispers, and what a page could come back with, are gone at once; nothing can be stored
-- after the last entry, since what is to come gets ids from 1-1 on.
-- KEYS: meta hash, log stream, whispers stream, reload (one slot)
-- ARGV: last entry, how long it can still be read in ms, the state it must be in (empty for any), what the service
-- owes the visitor, or nothing, how long it is owed in ms, since when in ms nobody must have been connected (empty for whoever is)
-- Answers {state it had, device, fence, slot, id of the last entry, members, invitation}, or nothing when it was
-- over already or is in another state.
local m = redis.call('HMGET', KEYS[1], 'state', 'device', 'fence', 'slot', 'members', 'invite')
if not m[1] or m[1] == 'ended' then return false end
if ARGV[3] ~= '' and m[1] ~= ARGV[3] then return false end
if ARGV[6] ~= '' and redis.call('HGET', KEYS[1], 'apart') ~= ARGV[6] then return false end
local id = redis.call('XADD', KEYS[2], 'NOMKSTREAM', '1-*', 'e', ARGV[1])
if id then redis.call('XSETID', KEYS[2], '2-0') end
redis.call('HSET', KEYS[1], 'state', 'ended')
redis.call('HDEL', KEYS[1], 'card', 'members', 'invite')
if ARGV[4] ~= '' then redis.call('HSET', KEYS[1], 'owed', ARGV[4]) end
redis.call('DEL', KEYS[3])
local length = redis.call('STRLEN', KEYS[4])
if length > 0 then redis.call('SETRANGE', KEYS[4], 0, string.rep('\0', length)) end
redis.call('DEL', KEYS[4])
redis.call('PEXPIRE', KEYS[1], ARGV[4] == '' and ARGV[2] or ARGV[5])
redis.call('PEXPIRE', KEYS[2], ARGV[2])
return {m[1], m[2] or '', m[3], m[4], id or '', m[5] or '', m[6] or ''}
