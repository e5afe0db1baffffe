-- KEYS[1] stream. Creates it empty, so that the next number is 1. Answers its length.
redis.call('XADD', KEYS[1], '1-0', 'e', '')
redis.call('XDEL', KEYS[1], '1-0')
redis.call('PEXPIRE', KEYS[1], 60000)
return redis.call('XLEN', KEYS[1])
