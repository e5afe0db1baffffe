-- Notes that whoever waits is in danger now.
-- KEYS: meta hash
-- Answers 1, or 0 when it does not wait.
if redis.call('HGET', KEYS[1], 'state') ~= 'waiting' then return 0 end
redis.call('HSET', KEYS[1], 'danger', 1)
return 1
