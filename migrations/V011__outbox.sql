-- Events that were committed and wait to be handled: a row for each subscription, written in the transaction of the
-- deed, gone once it is handled. In a tenant the order of seq is the order of the commits, since whoever publishes holds
-- the tenant's row from before seq is drawn until the commit.

create table tenancy.subscriptions (
  name text not null collate "C",
  constraint subscriptions_pkey primary key (name),
  constraint subscriptions_name check (name ~ '^[a-z0-9][a-z0-9._-]{0,63}$')
);

create table tenancy.outbox (
  tenant_id    uuid        not null,
  subscription text        not null collate "C",
  seq          bigint      not null generated always as identity,
  body         json        not null,
  written_at   timestamptz not null default clock_timestamp(),
  due_at       timestamptz not null default clock_timestamp(), -- of a tenant's first event: not tried before
  failures     integer     not null default 0,
  constraint outbox_pkey primary key (tenant_id, subscription, seq),
  constraint outbox_tenant_id_fkey foreign key (tenant_id) references tenancy.tenants (id),
  -- Nobody publishes for a subscription that ends at the same moment: who publishes locks its row by this key.
  constraint outbox_subscription_fkey foreign key (subscription) references tenancy.subscriptions (name) on delete cascade
);
create index outbox_heads_idx on tenancy.outbox (subscription, tenant_id, seq);

create function tenancy.current_subscription() returns text stable parallel safe
  return nullif(current_setting('tenancy.subscription', true), '');

alter table tenancy.subscriptions enable row level security;
alter table tenancy.subscriptions force row level security;
alter table tenancy.outbox enable row level security;
alter table tenancy.outbox force row level security;

-- The service has no right to either table, only to the functions below, which run as their owner. Written is in a
-- tenant; read, and done with, in a subscription.
create policy subscribed on tenancy.subscriptions to tenancy_owner
  using (name = (select tenancy.current_subscription())) with check (name = (select tenancy.current_subscription()));
create policy told on tenancy.subscriptions for select to tenancy_owner
  using ((select tenancy.current_tenant()) is not null);
create policy delivered on tenancy.outbox to tenancy_owner
  using (subscription = (select tenancy.current_subscription()))
  with check (tenant_id = (select tenancy.current_tenant()));

-- Events of the current tenant, for each subscription. Last before the commit. Without a subscription it locks nothing.
create function tenancy.publish_events(events json) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not exists (select from tenancy.subscriptions) then
    return;
  end if;
  -- A unit holds this row already; here it is for whoever does not. No later commit has a lower seq.
  perform from tenancy.tenants t where t.id = tenancy.current_tenant() for no key update;
  insert into tenancy.outbox (tenant_id, subscription, body)
    select tenancy.current_tenant(), s.name, e.body
      from json_array_elements(events) with ordinality as e (body, place), tenancy.subscriptions s
     order by e.place;
end
$$;

create function tenancy.subscribe() returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if exists (select from tenancy.subscriptions s where s.name = tenancy.current_subscription()) then
    return false;
  end if;
  insert into tenancy.subscriptions (name) values (tenancy.current_subscription()) on conflict do nothing;
  return found;
end
$$;

-- First the rows, each tenant's from its first one on, as dispatchers hold them; then whoever publishes right now. So
-- it waits for each of them in turn, and none of them for it and another one.
create function tenancy.unsubscribe() returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform from tenancy.outbox o where o.subscription = tenancy.current_subscription()
    order by o.tenant_id, o.seq for update;
  delete from tenancy.subscriptions s where s.name = tenancy.current_subscription();
  return found;
end
$$;

-- The first events of one tenant, for the current subscription: of the tenant whose first event is the oldest of those
-- that are due and in nobody's hand. It is in the caller's hand until the transaction ends: whoever holds a tenant's
-- first event holds them all. At READ COMMITTED.
create function tenancy.claim_events(most integer)
  returns table (tenant_id uuid, seq bigint, failures integer, body json)
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  head record;
begin
  for head in
    with recursive heads as ( -- from tenant to tenant, not from row to row
      (select o.tenant_id, o.seq from tenancy.outbox o
        where o.subscription = tenancy.current_subscription()
        order by o.tenant_id, o.seq limit 1)
      union all
      select n.tenant_id, n.seq
        from heads h,
             lateral (select o.tenant_id, o.seq from tenancy.outbox o
                       where o.subscription = tenancy.current_subscription() and o.tenant_id > h.tenant_id
                       order by o.tenant_id, o.seq limit 1) n
    )
    select h.tenant_id, h.seq from heads h order by h.seq
  loop
    perform from tenancy.outbox o
      where o.tenant_id = head.tenant_id and o.subscription = tenancy.current_subscription() and o.seq = head.seq
        and o.due_at <= clock_timestamp()
      for update skip locked;
    if found then
      return query
        select o.tenant_id, o.seq, o.failures, o.body from tenancy.outbox o
         where o.tenant_id = head.tenant_id and o.subscription = tenancy.current_subscription()
         order by o.seq limit most;
      return;
    end if;
  end loop;
end
$$;

-- An event of the current tenant and subscription is handled.
create function tenancy.event_done(event_seq bigint) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  delete from tenancy.outbox o
   where o.tenant_id = tenancy.current_tenant() and o.subscription = tenancy.current_subscription()
     and o.seq = event_seq;
  return found;
end
$$;

-- It was not handled, and none of its tenant is due before so many seconds are over.
create function tenancy.event_failed(event_seq bigint, pause double precision) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update tenancy.outbox o set failures = o.failures + 1, due_at = clock_timestamp() + make_interval(secs => pause)
   where o.tenant_id = tenancy.current_tenant() and o.subscription = tenancy.current_subscription()
     and o.seq = event_seq;
  return found;
end
$$;

-- Gives up an event, if it is the first of the current tenant and subscription and in nobody's hand.
create function tenancy.skip_event(event uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  head bigint;
begin
  select o.seq into head from tenancy.outbox o
   where o.tenant_id = tenancy.current_tenant() and o.subscription = tenancy.current_subscription()
   order by o.seq limit 1;
  perform from tenancy.outbox o
    where o.tenant_id = tenancy.current_tenant() and o.subscription = tenancy.current_subscription()
      and o.seq = head and (o.body ->> 'id')::uuid = event
    for update skip locked;
  return found and tenancy.event_done(head);
end
$$;

-- What waits for the current subscription: how many, for how many seconds at most, and at most so many of the tenants
-- whose first event has failed.
create function tenancy.event_backlog(most integer)
  returns table (events bigint, oldest double precision, tenant uuid, event uuid, failures integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  with waiting as (
    select o.tenant_id, o.seq, o.written_at, o.failures, o.body from tenancy.outbox o
     where o.subscription = tenancy.current_subscription()
  ),
  stuck as (
    select h.tenant_id, (h.body ->> 'id')::uuid as event, h.failures
      from (select distinct on (w.tenant_id) w.tenant_id, w.failures, w.body from waiting w order by w.tenant_id, w.seq) h
     where h.failures > 0 order by h.failures desc, h.tenant_id limit most
  )
  select a.events, a.oldest, s.tenant_id, s.event, s.failures
    from (select count(*) as events, coalesce(extract(epoch from clock_timestamp() - min(w.written_at)), 0)::double precision as oldest
            from waiting w) a
    left join stuck s on true
$$;

revoke all on function tenancy.publish_events(json), tenancy.subscribe(), tenancy.unsubscribe(),
  tenancy.claim_events(integer), tenancy.event_done(bigint), tenancy.event_failed(bigint, double precision),
  tenancy.skip_event(uuid), tenancy.event_backlog(integer), tenancy.current_subscription() from public;
grant execute on function tenancy.publish_events(json), tenancy.subscribe(), tenancy.unsubscribe(),
  tenancy.claim_events(integer), tenancy.event_done(bigint), tenancy.event_failed(bigint, double precision),
  tenancy.skip_event(uuid), tenancy.event_backlog(integer) to tenancy_app;

create or replace function tenancy.schema_version() returns integer immutable parallel safe return 11;
