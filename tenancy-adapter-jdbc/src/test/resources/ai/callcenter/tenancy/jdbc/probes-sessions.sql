-- without a context there is no session and no sign-out
select (select count(*) from tenancy.sessions), (select count(*) from tenancy.sign_outs);
--> 0|0

-- without a context the owner sees no session and no sign-out
-- as $owner
select (select count(*) from tenancy.sessions), (select count(*) from tenancy.sign_outs);
--> 0|0

-- a tenant sees its own sessions alone
-- in tenant_id=$acme
select user_id = '$bob' from tenancy.sessions;
--> t

-- a member sees no session of another tenant
-- in tenant_id=$acme user_id=$carl
select count(*) from tenancy.sessions where user_id = '$carl';
--> 0

-- outside of tenants a user sees no session, not even its own
-- in user_id=$bob
select count(*) from tenancy.sessions;
--> 0

-- a tenant opens a session of its own member
-- in tenant_id=$acme
insert into tenancy.sessions (tenant_id, id, user_id, secret_hash, authenticated_at, opened_at, expires_at) values ('$acme', '$new', '$ann', repeat('0', 64), now(), now(), now());
--> 1 rows

-- a tenant opens no session in another one
-- in tenant_id=$acme
insert into tenancy.sessions (tenant_id, id, user_id, secret_hash, authenticated_at, opened_at, expires_at) values ('$globex', '$new', '$ann', repeat('0', 64), now(), now(), now());
--> 42501

-- a session is a member's
-- in tenant_id=$acme
insert into tenancy.sessions (tenant_id, id, user_id, secret_hash, authenticated_at, opened_at, expires_at) values ('$acme', '$new', '$carl', repeat('0', 64), now(), now(), now());
--> 23503 sessions_member_fkey

-- a session's id is taken once
-- in tenant_id=$acme
insert into tenancy.sessions (tenant_id, id, user_id, secret_hash, authenticated_at, opened_at, expires_at) values ('$acme', '$acme', '$ann', repeat('0', 64), now(), now(), now());
--> 23505 sessions_pkey

-- a session keeps a hash, no secret
-- in tenant_id=$acme
update tenancy.sessions set secret_hash = 'tnr_secret';
--> 23514 sessions_secret_hash

-- a tenant changes the secrets of its own sessions alone
-- in tenant_id=$acme
update tenancy.sessions set secret_hash = repeat('0', 64);
--> 1 rows

-- a tenant ends its own sessions alone
-- in tenant_id=$acme
delete from tenancy.sessions;
--> 1 rows

-- sessions end with the membership
-- in tenant_id=$acme
delete from tenancy.tenant_users where user_id = '$bob';
select count(*) from tenancy.sessions;
--> 0

-- a user sees its own sign-out alone
-- in user_id=$ann
select user_id = '$ann' from tenancy.sign_outs;
--> t

-- a member sees nobody else's sign-out
-- in tenant_id=$globex user_id=$bob
select count(*) from tenancy.sign_outs;
--> 0

-- a user signs itself out
-- in user_id=$bob
insert into tenancy.sign_outs (user_id, at) values ('$bob', now());
--> 1 rows

-- a user signs nobody else out
-- in user_id=$bob
insert into tenancy.sign_outs (user_id, at) values ('$lone', now());
--> 42501

-- a user has one sign-out
-- in user_id=$ann
insert into tenancy.sign_outs (user_id, at) values ('$ann', now());
--> 23505 sign_outs_pkey

-- a sign-out is a user's
-- in user_id=$new
insert into tenancy.sign_outs (user_id, at) values ('$new', now());
--> 23503 sign_outs_user_id_fkey

-- a user changes its own sign-out alone
-- in user_id=$ann
update tenancy.sign_outs set at = now();
--> 1 rows

-- with every grant, a sign-out does not become somebody else's
-- as $grantee
-- in user_id=$ann
update tenancy.sign_outs set user_id = '$bob';
--> 42501

-- a user's sign-out is noted in the platform's log
-- in user_id=$ann
insert into tenancy.platform_log (at, id, actor_kind, actor_id, actor_name, action, subject) values (now(), '$new', 'user', '$ann', 'x', 'user.signed_out', 'x');
--> 1 rows

-- a user notes nobody else's sign-out
-- in user_id=$ann
insert into tenancy.platform_log (at, id, actor_kind, actor_id, actor_name, action, subject) values (now(), '$new', 'user', '$bob', 'x', 'user.signed_out', 'x');
--> 42501

-- a user notes nothing but a sign-out
-- in user_id=$ann
insert into tenancy.platform_log (at, id, actor_kind, actor_id, actor_name, action, subject) values (now(), '$new', 'user', '$ann', 'x', 'platform_admin.granted', 'x');
--> 42501

-- a user notes its sign-out as nothing but a user
-- in user_id=$ann
insert into tenancy.platform_log (at, id, actor_kind, actor_id, actor_name, action, subject) values (now(), '$new', 'operator', '$ann', 'x', 'user.signed_out', 'x');
--> 42501

-- the service reads all of a session and of a sign-out
select outside.may('select', 'tenancy.sessions'), outside.may('select', 'tenancy.sign_outs');
--> tenant_id id user_id secret_hash authenticated_at opened_at expires_at|user_id at

-- the service writes all of a new session and of a new sign-out
select outside.may('insert', 'tenancy.sessions'), outside.may('insert', 'tenancy.sign_outs');
--> tenant_id id user_id secret_hash authenticated_at opened_at expires_at|user_id at

-- the service changes a session's secret and the time of a sign-out, and nothing else of them
select outside.may('update', 'tenancy.sessions'), outside.may('update', 'tenancy.sign_outs');
--> secret_hash|at

-- the service takes no sign-out back
delete from tenancy.sign_outs;
--> 42501

-- the service does not truncate sessions
truncate tenancy.sessions;
--> 42501

-- the service does not rebuild sessions
reindex table tenancy.sessions;
--> 42501

-- the service hangs no trigger on sessions
create trigger forged before insert on tenancy.sessions for each row execute function suppress_redundant_updates_trigger();
--> 42501

-- the service asks no foreign key about sessions
create table outside.asking (tenant_id uuid, id uuid, foreign key (tenant_id, id) references tenancy.sessions);
--> 42501

-- the service does not truncate sign_outs
truncate tenancy.sign_outs;
--> 42501

-- the service does not rebuild sign_outs
reindex table tenancy.sign_outs;
--> 42501

-- the service hangs no trigger on sign_outs
create trigger forged before insert on tenancy.sign_outs for each row execute function suppress_redundant_updates_trigger();
--> 42501

-- the service asks no foreign key about sign-outs
create table outside.asking (id uuid references tenancy.sign_outs);
--> 42501
