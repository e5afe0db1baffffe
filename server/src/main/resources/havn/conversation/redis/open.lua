-- Opens a conversation that waits.
-- KEYS: meta hash
-- ARGV: life ms, service, lane, language, card, capability fingerprint, since ms, 1 when in danger, otherwise 0, for how
-- many days the visitor was told that it is kept, or nothing
-- Answers 1, or 0 when the id is taken.
if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
redis.call('HSET', KEYS[1], 'state', 'waiting', 'fence', 0, 'epoch', 0, 'slot', 0,
  'service', ARGV[2], 'lane', ARGV[3], 'language', ARGV[4], 'card', ARGV[5], 'cap', ARGV[6], 'since', ARGV[7],
  'danger', ARGV[8], 'told', ARGV[9])
redis.call('PEXPIRE', KEYS[1], ARGV[1])
return 1
