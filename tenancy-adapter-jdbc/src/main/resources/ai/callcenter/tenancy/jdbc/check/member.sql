-- The login that serves may use the schema tenancy.
with recursive roles (oid) as (
  select r.oid from pg_roles r where r.rolname in (session_user, current_user)
  union
  select m.roleid from pg_auth_members m join roles on m.member = roles.oid
)
select 'role ' || session_user, 'is not a member of tenancy_app, so it may use nothing of the schema tenancy',
       format('grant tenancy_app to %I', session_user)
 where not exists (select from roles join pg_roles r using (oid) where r.rolname = 'tenancy_app')
   and not exists (select from roles join pg_roles r using (oid) where r.rolsuper)
