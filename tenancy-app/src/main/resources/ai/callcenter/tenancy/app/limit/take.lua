-- Takes requests out of a tenant's limit, which refills evenly (a token bucket): as many as are wanted, or as many as
-- there are. By the clock of Redis: those of the servers do not count. The same as tenancy.take_requests in PostgreSQL.
-- KEYS: the tenant's. ARGV: how many are wanted, how many are allowed, in how many seconds.
local wanted, allowed = tonumber(ARGV[1]), tonumber(ARGV[2])
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local state = redis.call('HMGET', KEYS[1], 'used', 'requests', 'seconds', 'at')
local used = 0
if state[1] then
  -- The time that has passed refills the limit that there was. If it is another now, as many are left as were: a tenant
  -- that changes its own limit wins nothing by it.
  local requests, seconds, at = tonumber(state[2]), tonumber(state[3]), tonumber(state[4])
  used = tonumber(state[1]) - math.max(0, now - at) * requests / (seconds * 1000000)
  used = math.max(0, used)
  if requests ~= allowed then
    used = allowed - math.min(requests - used, allowed)
  end
end
local taken = math.max(0, math.min(wanted, math.floor(allowed - used)))
used = used + taken
redis.call('HSET', KEYS[1], 'used', string.format('%.17g', used), 'requests', ARGV[2], 'seconds', ARGV[3],
  'at', string.format('%.0f', now))
redis.call('EXPIRE', KEYS[1], 86400) -- no period is longer, so by then any limit is whole
return {taken, string.format('%.17g', used)}
