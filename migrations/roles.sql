-- Once per database, by a role that may create roles and schemas (see docs/postgresql.md).
-- Nobody logs in as these two: a migrator's login is granted tenancy_owner, a service's login tenancy_app.
do $$
begin
  if not exists (select from pg_catalog.pg_roles where rolname = 'tenancy_owner') then
    create role tenancy_owner nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
  if not exists (select from pg_catalog.pg_roles where rolname = 'tenancy_app') then
    create role tenancy_app nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
end
$$;
