-- A context for services whose own SQL is not trusted: the setting tenancy.seal is
-- <key id>.<tenant>.<expiry, epoch seconds>.<HMAC-SHA-256 of what is before it, in hex>.
-- HMAC (RFC 2104) is built from sha256(), so the two padded keys are kept instead of the secret.

create table tenancy.seal_keys (
  id        text  not null collate "C",
  inner_key bytea not null, -- the secret, padded to a block, xor 0x36
  outer_key bytea not null, -- xor 0x5c
  constraint seal_keys_pkey primary key (id),
  constraint seal_keys_id check (id ~ '^[a-z0-9]{1,16}$'),
  constraint seal_keys_block check (octet_length(inner_key) = 64 and octet_length(outer_key) = 64)
);
alter table tenancy.seal_keys enable row level security;
alter table tenancy.seal_keys force row level security;

-- No service has a right to the table. Its owner sees the one key that the present seal names.
create policy named_key on tenancy.seal_keys to tenancy_owner
  using (id = split_part(current_setting('tenancy.seal', true), '.', 1))
  with check (id = split_part(current_setting('tenancy.seal', true), '.', 1));

-- The tenant of a seal that is whole, known and not expired; otherwise null, and never an error. By the clock, not by
-- the statement's or the transaction's start: whoever writes the SQL could make either last as long as they like.
-- Digests are compared, not the HMACs: how long that takes says nothing about the right one.
create function tenancy.sealed_tenant() returns uuid
  language plpgsql stable parallel safe security definer set search_path = pg_catalog, pg_temp
as $$
declare
  seal    text := current_setting('tenancy.seal', true);
  tenant  text;
  expiry  text;
  inside  bytea;
  outside bytea;
begin
  -- The lengths beside the pattern: with {64} in it, it takes twenty times as long.
  if seal is null or seal !~ '^[a-z0-9]+\.[0-9a-f-]+\.[0-9]+\.[0-9a-f]+$' then
    return null;
  end if;
  tenant := split_part(seal, '.', 2);
  expiry := split_part(seal, '.', 3);
  if tenant not like '________-____-____-____-____________' or octet_length(replace(tenant, '-', '')) <> 32
     or octet_length(expiry) > 12 or expiry::bigint <= extract(epoch from clock_timestamp()) then
    return null;
  end if;
  select k.inner_key, k.outer_key into inside, outside from tenancy.seal_keys k where k.id = split_part(seal, '.', 1);
  if sha256(convert_to(split_part(seal, '.', 4), 'UTF8'))
     = sha256(convert_to(encode(sha256(outside || sha256(inside || convert_to(left(seal, -65), 'UTF8'))), 'hex'), 'UTF8')) then
    return tenant::uuid;
  end if;
  return null;
end
$$;

-- Two keys are valid at once: add the new one, let the services seal with it, remove the old one.
create function tenancy.add_seal_key(id text, secret bytea) returns void
  language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
  block  bytea;
  inner_key  bytea;
  outer_key  bytea;
  before text := current_setting('tenancy.seal', true);
begin
  if coalesce(octet_length(secret), 0) < 32 then
    raise exception 'the secret of seal key % has fewer than 32 bytes', quote_nullable(id)
      using errcode = 'invalid_parameter_value', hint = 'take 32 random bytes, such as the output of: openssl rand -hex 32';
  end if;
  if id is null or id !~ '^[a-z0-9]{1,16}$' then
    raise exception 'a seal key''s id is 1 to 16 of a-z and 0-9, not %', quote_nullable(id)
      using errcode = 'invalid_parameter_value';
  end if;
  block := case when octet_length(secret) > 64 then sha256(secret) else secret end;
  block := block || decode(repeat('00', 64 - octet_length(block)), 'hex');
  inner_key := block;
  outer_key := block;
  for i in 0 .. 63 loop
    inner_key := set_byte(inner_key, i, get_byte(block, i) # 54);
    outer_key := set_byte(outer_key, i, get_byte(block, i) # 92);
  end loop;
  perform set_config('tenancy.seal', id, true);
  insert into tenancy.seal_keys values (id, inner_key, outer_key);
  perform set_config('tenancy.seal', coalesce(before, ''), true);
end
$$;

create function tenancy.remove_seal_key(id text) returns void
  language plpgsql set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  before text := current_setting('tenancy.seal', true);
begin
  if remove_seal_key.id is null then
    raise exception 'a seal key has an id' using errcode = 'null_value_not_allowed';
  end if;
  perform set_config('tenancy.seal', remove_seal_key.id, true);
  delete from tenancy.seal_keys k where k.id = remove_seal_key.id;
  if not found then
    raise exception 'there is no seal key %', quote_nullable(remove_seal_key.id) using errcode = 'no_data_found';
  end if;
  perform set_config('tenancy.seal', coalesce(before, ''), true);
end
$$;

-- Policies and defaults call these two as whoever runs the statement, whatever role a host gives its service.
revoke all on function tenancy.add_seal_key(text, bytea), tenancy.remove_seal_key(text) from public;
grant execute on function tenancy.current_tenant(), tenancy.sealed_tenant() to public;
