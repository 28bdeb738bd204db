-- row-level security is off indeed
-- as $grantee
select count(*) from tenancy.tenants;
--> 3

-- a user's current tenant is one of its own
-- as $grantee
update tenancy.users set current_tenant_id = '$globex' where id = '$bob';
--> 23503 users_current_tenant_fkey with Key (current_tenant_id, id)=($globex, $bob) is not present in table "tenant_users".

-- a membership that is somebody's current one moves to no other tenant
-- as $grantee
update tenancy.tenant_users set tenant_id = '$globex' where user_id = '$bob';
--> 23503 users_current_tenant_fkey with Key (tenant_id, user_id)=($acme, $bob) is still referenced from table "users".

-- a membership moves to no tenant where the user is a member already
-- as $grantee
update tenancy.tenant_users set tenant_id = '$globex' where tenant_id = '$acme' and user_id = '$ann';
--> 23505 tenant_users_pkey with Key (tenant_id, user_id)=($globex, $ann) already exists.

-- a member's e-mail is that user's
-- as $grantee
update tenancy.tenant_users set user_id = '$carl' where user_id = '$bob';
--> 23503 users_current_tenant_fkey with Key (tenant_id, user_id)=($acme, $bob) is still referenced from table "users".

-- a setting belongs to a tenant that exists
-- as $grantee
update tenancy.tenant_configs set tenant_id = '$new' where tenant_id = '$acme';
--> 23503 tenant_configs_tenant_id_fkey with Key (tenant_id)=($new) is not present in table "tenants".

-- a line of the trail belongs to a tenant that exists
-- as $grantee
update tenancy.audit_log set tenant_id = '$new' where tenant_id = '$acme';
--> 23503 audit_log_tenant_id_fkey with Key (tenant_id)=($new) is not present in table "tenants".

-- two tenants may use the same key, for keys are a tenant's own
-- as $grantee
insert into tenancy.tenant_configs (tenant_id, key, value, updated_at) values ('$globex', 'greeting', '1', now());
--> 1 rows

-- a tenant with members does not go, nor does its id change
-- as $grantee
delete from tenancy.tenants where id = '$globex';
--> 23503 tenant_users_tenant_id_fkey with Key (id)=($globex) is still referenced from table "tenant_users".

-- who joins without the tenant's context is not counted in it, and so does not join
-- as $service
insert into tenancy.tenant_users (tenant_id, user_id, email, role, joined_at) values ('$globex', '$lone', 'lone@nowhere.example', 'admin', now());
select user_count from tenancy.tenants where id = '$globex';
--> 3

-- a session moves to no tenant where its user is no member
-- as $grantee
update tenancy.sessions set tenant_id = '$globex' where user_id = '$bob';
--> 23503 sessions_member_fkey with Key (tenant_id, user_id)=($globex, $bob) is not present in table "tenant_users".
