-- a domain tells its tenant, whoever asks
select tenancy.tenant_of_domain('acme.example') = '$acme', tenancy.tenant_of_domain('globex.example') = '$globex';
--> t|t

-- a domain tells its tenant inside another tenant too
-- in tenant_id=$acme user_id=$bob
select tenancy.tenant_of_domain('globex.example') = '$globex';
--> t

-- a deleted tenant's domain tells nobody
select tenancy.tenant_of_domain('gone.example') is null, tenancy.tenant_of_domain('other.example') is null,
       tenancy.tenant_of_domain('') is null, tenancy.tenant_of_domain(null) is null;
--> t|t|t|t

-- who has asked whose a domain is sees nothing more than before
select tenancy.tenant_of_domain('acme.example');
select coalesce(current_setting('tenancy.domain', true), ''), (select count(*) from tenancy.tenants);
--> |0

-- with every grant, a domain shows no tenant
-- as $grantee
-- in domain=acme.example
select (select count(*) from tenancy.tenants), (select count(*) from tenancy.own_tenants),
       (select count(*) from tenancy.all_tenants);
--> 0|0|0

-- the owner sees by a domain its tenant alone
-- as $owner
-- in domain=acme.example
select string_agg(name, ' ') from tenancy.tenants;
--> Acme

-- the owner sees by a domain no tenant that has given it up
-- as $owner
-- in domain=gone.example
select count(*) from tenancy.tenants;
--> 0

-- an operator of the caller's own does not run in the function that knows domains
set local search_path = outside, pg_catalog;
select tenancy.tenant_of_domain('acme.example');
--> $acme
