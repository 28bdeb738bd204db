-- How much of its rate limit each tenant has used, for servers that count together. Unlogged, since it changes with the
-- requests: no write-ahead log, no commit that waits for a disk. After a crash, or on another server after a failover,
-- the table is empty and every limit is whole again.

create unlogged table tenancy.rate_limits (
  tenant_id uuid             not null, -- of no table: a request is counted before anybody asks whether its tenant exists
  used      double precision not null, -- at that moment
  requests  bigint           not null, -- of so many
  seconds   bigint           not null, -- in such a period
  at        timestamptz      not null,
  constraint rate_limits_pkey primary key (tenant_id),
  constraint rate_limits_used check (used between 0 and requests)
) with (fillfactor = 50); -- every change is a heap-only update

alter table tenancy.rate_limits enable row level security;
alter table tenancy.rate_limits force row level security;

-- The service has no right to the table, only to the function below, which runs as its owner. No period is longer than
-- a day, so a row that is older says nothing any more; those may go, whosever they are.
create policy counted on tenancy.rate_limits to tenancy_owner
  using (tenant_id = (select tenancy.current_tenant()) or at < now() - interval '1 day')
  with check (tenant_id = (select tenancy.current_tenant()));

-- Takes requests out of the current tenant's limit, which refills evenly (a token bucket): as many as are wanted, or as
-- many as there are. By the database's clock: those of the servers do not count.
create function tenancy.take_requests(wanted bigint, allowed bigint, period bigint,
                                      out taken bigint, out used double precision)
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  tenant uuid := tenancy.current_tenant();
  state  tenancy.rate_limits;
  moment timestamptz;
begin
  select l.* into state from tenancy.rate_limits l where l.tenant_id = tenant for update;
  if not found then
    insert into tenancy.rate_limits (tenant_id, used, requests, seconds, at)
      values (tenant, 0, allowed, period, clock_timestamp())
      on conflict on constraint rate_limits_pkey do nothing;
    delete from tenancy.rate_limits l
     where l.tenant_id in (select o.tenant_id from tenancy.rate_limits o
                            where o.tenant_id <> tenant and o.at < now() - interval '1 day'
                            limit 100 for update skip locked);
    select l.* into strict state from tenancy.rate_limits l where l.tenant_id = tenant for update;
  end if;
  moment := clock_timestamp(); -- with the row locked: no time is counted twice
  -- The time that has passed refills the limit that there was. If it is another now, as many are left as were: a tenant
  -- that changes its own limit wins nothing by it.
  used := state.used - greatest(0, extract(epoch from moment - state.at)) * state.requests / state.seconds;
  used := greatest(0, used);
  if state.requests <> allowed then
    used := allowed - least(state.requests - used, allowed);
  end if;
  taken := greatest(0, least(wanted, floor(allowed - used)));
  used := used + taken;
  update tenancy.rate_limits l set used = take_requests.used, requests = allowed, seconds = period, at = moment
   where l.tenant_id = tenant;
end
$$;
revoke all on function tenancy.take_requests(bigint, bigint, bigint) from public;
grant execute on function tenancy.take_requests(bigint, bigint, bigint) to tenancy_app;

create or replace function tenancy.schema_version() returns integer immutable parallel safe return 7;
