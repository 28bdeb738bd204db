-- Releases in which a cached plan may outlive the policies that it was made for.
select 'server', format('PostgreSQL %s lacks the fix for CVE-2026-14666', current_setting('server_version')),
       'update it to 15.19, 16.15, 17.11, 18.6 or newer'
  from (select current_setting('server_version_num')::integer) as server (version)
 where version < 150019 or version between 160000 and 160014 or version between 170000 and 170010
    or version between 180000 and 180005
