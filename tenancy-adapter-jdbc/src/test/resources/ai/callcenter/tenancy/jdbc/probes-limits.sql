-- a tenant takes requests out of its own limit
-- in tenant_id=$acme
select tenancy.take_requests(2, 100, 60);
select taken, used > 6.5 and used <= 7 from tenancy.take_requests(2, 100, 60);
--> 2|t

-- a tenant's limit is not touched by what another one takes
-- in tenant_id=$acme
select tenancy.take_requests(50, 100, 60);
select set_config('tenancy.tenant_id', '$globex', true);
select taken, used > 9.5 and used <= 10 from tenancy.take_requests(1, 10, 60);
--> 1|t

-- with every grant, nobody sees a count, nor takes requests outside of a tenant
-- as $grantee
-- in user_id=$ann
select 1 / (select (count(*) = 0)::integer from tenancy.rate_limits);
select tenancy.take_requests(1, 100, 60);
--> 42501

-- who gives requests to itself gets none
-- in tenant_id=$acme
select taken, used > 2.5 from tenancy.take_requests(-1000, 100, 86400);
--> 0|t

-- without a context the owner sees nobody's requests
-- as $owner
select count(*) from tenancy.rate_limits;
--> 0

-- the owner sees the requests of the current tenant
-- as $owner
-- in tenant_id=$acme
select string_agg(requests::text, ' ') from tenancy.rate_limits;
--> 100

-- the owner counts for no other tenant than the current one
-- as $owner
-- in tenant_id=$acme
insert into tenancy.rate_limits (tenant_id, used, requests, seconds, at) values ('$new', 0, 1, 1, now());
--> 42501

-- the owner moves a tenant's requests to no other one
-- as $owner
-- in tenant_id=$acme
update tenancy.rate_limits set tenant_id = '$new';
--> 42501

-- a tenant is counted once
-- as $owner
-- in tenant_id=$acme
insert into tenancy.rate_limits (tenant_id, used, requests, seconds, at) values ('$acme', 0, 1, 1, now());
--> 23505 rate_limits_pkey

-- more than all of a limit is not used
-- as $owner
-- in tenant_id=$acme
update tenancy.rate_limits set used = 101;
--> 23514 rate_limits_used

-- an operator of the caller's own does not run in the function that takes requests
-- in tenant_id=$acme
set local search_path = outside, pg_catalog;
select taken from tenancy.take_requests(1, 100, 60);
--> 1

-- the service reads no count
select outside.may('select', 'tenancy.rate_limits');
-->

-- the service writes no count
select outside.may('insert', 'tenancy.rate_limits'), outside.may('update', 'tenancy.rate_limits');
--> |

-- the service deletes no count
delete from tenancy.rate_limits;
--> 42501

-- the service does not truncate counts
truncate tenancy.rate_limits;
--> 42501

-- the service does not rebuild counts
reindex table tenancy.rate_limits;
--> 42501

-- the service hangs no trigger on counts
create trigger forged before insert on tenancy.rate_limits for each row execute function suppress_redundant_updates_trigger();
--> 42501

-- the service asks no foreign key about counts
create unlogged table outside.asking (tenant_id uuid references tenancy.rate_limits);
--> 42501
