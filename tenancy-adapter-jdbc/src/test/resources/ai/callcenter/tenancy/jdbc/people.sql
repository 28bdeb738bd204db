-- Two tenants to keep apart, a deleted one, and people: Ann belongs to both, Bob to Acme, Carl to Globex, Otto runs the
-- platform, Lone belongs nowhere. Globex alone has ten seats; its secrets contain the word globex.
begin;
insert into tenancy.users (id, email, name, role, claimed, created_at) values
  ('$ann',  'ann@acme.example',      'Ann',  'user', true, now()),
  ('$bob',  'bob@acme.example',      'Bob',  'user', true, now()),
  ('$carl', 'carl@globex.example',   'Carl', 'user', true, now()),
  ('$otto', 'otto@platform.example', 'Otto', 'platform_admin', true, now()),
  ('$lone', 'lone@nowhere.example',  null,   'user', false, now());
insert into tenancy.user_identities (issuer, subject, user_id, email) values
  ('https://idp.example', 'ann', '$ann', 'ann@acme.example'), ('https://idp.example', 'carl', '$carl', 'carl@globex.example'),
  ('https://idp.example', 'otto', '$otto', 'otto@platform.example');
insert into tenancy.tenants (id, name, name_key, domain, max_users, created_at, updated_at) values
  ('$acme',   'Acme',   'acme',   'acme.example',   3,  now(), now()),
  ('$globex', 'Globex', 'globex', 'globex.example', 10, now(), now()),
  ('$gone',   'Gone',   'gone',   'gone.example',   5,  now(), now());
select set_config('tenancy.tenant_id', '$acme', true);
insert into tenancy.tenant_users (tenant_id, user_id, email, name, role, joined_at) values
  ('$acme', '$ann', 'ann@acme.example', 'Ann', 'admin', now()), ('$acme', '$bob', 'bob@acme.example', 'Bob', 'member', now());
select set_config('tenancy.tenant_id', '$globex', true);
insert into tenancy.tenant_users (tenant_id, user_id, email, name, role, joined_at) values
  ('$globex', '$carl', 'carl@globex.example', 'Carl', 'admin', now()), ('$globex', '$ann', 'ann@acme.example', 'Ann', 'viewer', now());
select set_config('tenancy.tenant_id', '$gone', true);
update tenancy.tenants set status = 'deleted' where id = '$gone';
update tenancy.users set current_tenant_id = '$acme' where id in ('$ann', '$bob');
update tenancy.users set current_tenant_id = '$globex' where id = '$carl';
insert into tenancy.tenant_configs (tenant_id, key, value, updated_at) values
  ('$acme', 'greeting', '"hello"', now()), ('$globex', 'sip.password', '"globex secret"', now());
insert into tenancy.audit_log (tenant_id, at, id, actor_kind, actor_name, action, subject) values
  ('$acme', '2026-01-01Z', '$acme', 'user', 'ann@acme.example', 'member.added', 'bob@acme.example'),
  ('$globex', '2026-01-01Z', '$globex', 'user', 'carl@globex.example', 'member.added', 'ann@acme.example');
insert into tenancy.sessions (tenant_id, id, user_id, secret_hash, authenticated_at, opened_at, expires_at) values
  ('$acme', '$acme', '$bob', repeat('a', 64), now(), now(), now() + interval '12 hours'),
  ('$globex', '$globex', '$carl', repeat('b', 64), now(), now(), now() + interval '12 hours');
insert into tenancy.rate_limits (tenant_id, used, requests, seconds, at) values
  ('$acme', 3, 100, 86400, now()), ('$globex', 9, 10, 86400, now());
insert into tenancy.sign_outs (user_id, at) values ('$ann', '2026-01-01Z'), ('$carl', '2026-01-01Z');
insert into tenancy.subscriptions (name) values ('billing'), ('search');
insert into tenancy.outbox (tenant_id, subscription, body) values
  ('$acme',   'billing', '{"id": "$ann"}'),  ('$globex', 'billing', '{"id": "$carl", "secret": "globex"}'),
  ('$acme',   'billing', '{"id": "$bob"}'),  ('$globex', 'search',  '{"id": "$carl"}');
insert into tenancy.platform_log (at, id, actor_kind, actor_name, action, subject) values
  ('2026-01-01Z', '$otto', 'operator', 'otto@platform.example', 'tenants.listed', 'all');
commit;

-- A key of 32 bytes, 00 to 1f.
select tenancy.add_seal_key('k1', decode('000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f', 'hex'));

-- What an intruder who speaks as the service may bring along: a schema, functions and operators of its own.
create schema outside authorization $service;
grant usage on schema outside to public;
set role $service;

-- Columns for which a statement is not refused. Nothing is read or written: rights are checked before any row.
create function outside.may(action text, target regclass) returns text language plpgsql as $body$
declare
  col     record;
  allowed text[] := '{}';
begin
  for col in select attname, atttypid::regtype as type from pg_attribute
              where attrelid = target and attnum > 0 and not attisdropped order by attnum loop
    begin
      execute case action
        when 'select' then format('select %I from %s where false', col.attname, target)
        when 'insert' then format('insert into %s (%I) select null::%s where false', target, col.attname, col.type)
        when 'update' then format('update %s set %I = default where false', target, col.attname)
      end;
      allowed := allowed || col.attname::text;
    exception when insufficient_privilege then null;
    end;
  end loop;
  return array_to_string(allowed, ' ');
end
$body$;

-- Cheaper than any policy, so a planner that may would run it first.
create function outside.spy(value text) returns boolean cost 0.0000001 language plpgsql as $body$
begin
  if value ~* 'globex' then
    raise exception 'seen: %', value using errcode = 'P0666';
  end if;
  return true;
end
$body$;

-- Equalities of its own, for whoever looks names up in this schema first.
create function outside.same(uuid, uuid) returns boolean language plpgsql as $body$
begin
  raise exception 'an intruder''s code runs as %', current_user using errcode = 'P0667';
end
$body$;
create operator outside.= (leftarg = uuid, rightarg = uuid, procedure = outside.same);
create function outside.same(bytea, bytea) returns boolean language plpgsql as $body$
begin
  raise exception 'an intruder''s code runs as %', current_user using errcode = 'P0667';
end
$body$;
create operator outside.= (leftarg = bytea, rightarg = bytea, procedure = outside.same);
create function outside.same(text, text) returns boolean language plpgsql as $body$
begin
  raise exception 'an intruder''s code runs as %', current_user using errcode = 'P0667';
end
$body$;
create operator outside.= (leftarg = text, rightarg = text, procedure = outside.same);
create table outside.notes (tenant_id uuid, role text, status text);
reset role;

grant usage on schema tenancy to $grantee;
grant all on all tables in schema tenancy to $grantee;
grant execute on all functions in schema tenancy to $grantee;
analyze;
