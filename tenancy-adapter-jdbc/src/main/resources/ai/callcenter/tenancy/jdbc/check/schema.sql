-- The schema's version, as schema_version() would answer a login that may call it.
select substring(coalesce(pg_get_function_sqlbody(p.oid), p.prosrc) from '\d+')::integer
  from pg_proc p
 where p.pronamespace = to_regnamespace('tenancy') and p.proname = 'schema_version'
