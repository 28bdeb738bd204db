-- People as schema version 3 kept them: no flag at a current membership, no e-mail at an identity, no sessions. Ann
-- belongs to both tenants and is in Acme now, Bob has never entered one, Carl is in Globex.
begin;
insert into tenancy.users (id, email, name, role, claimed, created_at) values
  ('$ann',  'ann@acme.example',      'Ann',  'user', true, '2025-01-01Z'),
  ('$bob',  'bob@acme.example',      null,   'user', false, '2025-01-01Z'),
  ('$carl', 'carl@globex.example',   'Carl', 'user', true, '2025-01-01Z'),
  ('$otto', 'otto@platform.example', 'Otto', 'platform_admin', true, '2025-01-01Z');
insert into tenancy.user_identities (issuer, subject, user_id) values
  ('https://idp.example', 'ann', '$ann'), ('https://other.example', 'ann', '$ann'),
  ('https://idp.example', 'carl', '$carl'), ('https://idp.example', 'otto', '$otto');
insert into tenancy.tenants (id, name, name_key, domain, max_users, metadata, created_at, updated_at) values
  ('$acme',   'Acme',   'acme',   'acme.example',   3,  '{"plan": 1.0}', '2025-01-01Z', '2025-01-01Z'),
  ('$globex', 'Globex', 'globex', 'globex.example', 10, '{}', '2025-01-01Z', '2025-01-01Z');
select set_config('tenancy.tenant_id', '$acme', true);
insert into tenancy.tenant_users (tenant_id, user_id, email, name, role, joined_at, entered_at) values
  ('$acme', '$ann', 'ann@acme.example', 'Ann', 'admin', '2025-01-01Z', '2025-01-02Z'),
  ('$acme', '$bob', 'bob@acme.example', null, 'member', '2025-01-01Z', null);
select set_config('tenancy.tenant_id', '$globex', true);
insert into tenancy.tenant_users (tenant_id, user_id, email, name, role, joined_at, entered_at) values
  ('$globex', '$carl', 'carl@globex.example', 'Carl', 'admin', '2025-01-01Z', '2025-01-02Z'),
  ('$globex', '$ann', 'ann@acme.example', null, 'viewer', '2025-01-01Z', null);
update tenancy.users set current_tenant_id = '$acme' where id = '$ann';
update tenancy.users set current_tenant_id = '$globex' where id = '$carl';
insert into tenancy.tenant_configs (tenant_id, key, value, updated_at) values
  ('$acme', 'greeting', '"hello"', '2025-01-01Z'), ('$globex', 'sip.password', '"secret"', '2025-01-01Z');
insert into tenancy.audit_log (tenant_id, at, id, actor_kind, actor_name, action, subject) values
  ('$acme', '2025-01-01Z', '$acme', 'user', 'ann@acme.example', 'member.added', 'bob@acme.example');
commit;
