-- a seal shows its tenant's rows
-- as $app
-- in seal=$acmesealed
select tenant_id, text from host.secrets;
--> $acme|acme

-- a row is its tenant's by default
-- as $app
-- in seal=$globexsealed
insert into host.secrets (text) values ('new');
select count(*), count(distinct tenant_id), min(tenant_id::text) from host.secrets;
--> 2|1|$globex

-- the tenant's name alone shows nothing
-- as $app
-- in tenant_id=$acme
select count(*) from host.secrets;
--> 0

-- the tenant's name beside another one's seal changes nothing
-- as $app
-- in tenant_id=$globex seal=$acmesealed
select text from host.secrets;
--> acme

-- a seal takes no row of another tenant
-- as $app
-- in seal=$acmesealed
insert into host.secrets (tenant_id, text) values ('$globex', 'forged');
--> 42501

-- a seal hands no row over
-- as $app
-- in seal=$acmesealed
update host.secrets set tenant_id = '$globex';
--> 42501

-- a seal with another tenant in it shows nothing
-- as $app
-- in seal=$acmesealed
select set_config('tenancy.seal', replace(current_setting('tenancy.seal'), '$acme', '$globex'), true);
select count(*) from host.secrets;
--> 0

-- a seal that has ended shows nothing
-- as $app
-- in seal=$ended
select count(*) from host.secrets;
--> 0

-- one long statement does not make a seal last
-- as $app
-- in seal=$brief
do $body$
begin
  perform pg_sleep_until(to_timestamp(split_part(current_setting('tenancy.seal'), '.', 3)::bigint));
  if exists (select from host.secrets) then
    raise exception 'the seal has ended' using errcode = 'P0666';
  end if;
end
$body$;
--> 0 rows

-- a guess at the HMAC is not told how near it is
-- as $app
select tenancy.sealed_tenant() from set_config('tenancy.seal', overlay('$acmesealed' placing '00' from length('$acmesealed') - 1), true);
--> null

-- the keys cannot be read
-- as $app
-- in seal=$acmesealed
select * from tenancy.seal_keys;
--> 42501

-- nor are they told by the planner's statistics
-- as $app
select count(*) from pg_stats where schemaname = 'tenancy' and tablename = 'seal_keys';
--> 0

-- nor by a condition that sees rows before the policy does
-- as $app
-- in seal=$acmesealed
create function pg_temp.told(value text) returns boolean cost 0.0000001 language plpgsql as $body$
begin
  if value <> 'acme' then raise exception 'seen: %', value using errcode = 'P0666'; end if;
  return true;
end
$body$;
select count(*) from host.secrets where pg_temp.told(text);
--> 1

-- functions and operators of the login's own do not stand in for the real ones
-- as $app
-- in seal=k1.$acme.4102444800.0000000000000000000000000000000000000000000000000000000000000000
create function pg_temp.sha256(bytea) returns bytea language sql as $body$ select '\x00'::bytea $body$;
create function pg_temp.same(bytea, bytea) returns boolean language sql as $body$ select true $body$;
create operator pg_temp.= (leftarg = bytea, rightarg = bytea, procedure = pg_temp.same);
set local search_path = pg_temp, pg_catalog;
select count(*) from host.secrets;
--> 0

-- the login adds no key
-- as $app
select tenancy.add_seal_key('mine', sha256(''));
--> 42501

-- the login takes no key away
-- as $app
select tenancy.remove_seal_key('k1');
--> 42501

-- the login does not take the policy away
-- as $app
select tenancy.unisolate('host.secrets');
--> 42501

-- the login does not unseal
-- as $app
select tenancy.isolate('host.secrets', grantee => '$app');
--> 42501
