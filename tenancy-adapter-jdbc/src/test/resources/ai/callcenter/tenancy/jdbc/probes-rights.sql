-- the service reads what is no log of the platform
select outside.may('select', 'tenancy.platform_log');
-->

-- the service reads tenants
select outside.may('select', 'tenancy.tenants');
--> id name name_key domain description max_users user_count admin_count status metadata created_at updated_at

-- the service reads users
select outside.may('select', 'tenancy.users');
--> id email name role claimed current_tenant_id created_at

-- the service reads identities
select outside.may('select', 'tenancy.user_identities');
--> issuer subject user_id email

-- the service reads members
select outside.may('select', 'tenancy.tenant_users');
--> tenant_id user_id email name name_key role joined_at entered_at is_current

-- the service reads configurations
select outside.may('select', 'tenancy.tenant_configs');
--> tenant_id key value updated_at

-- the service reads trails
select outside.may('select', 'tenancy.audit_log');
--> tenant_id at id actor_kind actor_id actor_name action subject before after request_id

-- the service reads nothing of the migrations' history
select outside.may('select', 'tenancy.schema_history');
-->

-- the service writes no counter and no status with a new tenant
select outside.may('insert', 'tenancy.tenants');
--> id name name_key domain description max_users metadata created_at updated_at

-- the service writes no role and no current tenant with a new user
select outside.may('insert', 'tenancy.users');
--> id email name claimed created_at

-- the service writes all of a new identity
select outside.may('insert', 'tenancy.user_identities');
--> issuer subject user_id email

-- the service writes all of a new member
select outside.may('insert', 'tenancy.tenant_users');
--> tenant_id user_id email name name_key role joined_at entered_at

-- the service writes all of a new setting
select outside.may('insert', 'tenancy.tenant_configs');
--> tenant_id key value updated_at

-- the service writes all of a new line
select outside.may('insert', 'tenancy.audit_log');
--> tenant_id at id actor_kind actor_id actor_name action subject before after request_id

-- the service writes all of a new line of the platform's log
select outside.may('insert', 'tenancy.platform_log');
--> at id actor_kind actor_id actor_name action subject before after request_id

-- the service writes nothing into the migrations' history
select outside.may('insert', 'tenancy.schema_history'), outside.may('update', 'tenancy.schema_history');
--> |

-- the service changes no id, no counter and no date of birth of a tenant
select outside.may('update', 'tenancy.tenants');
--> name name_key domain description max_users status metadata updated_at

-- the service changes no id and no e-mail of a user
select outside.may('update', 'tenancy.users');
--> name role claimed current_tenant_id

-- the service changes no identity
select outside.may('update', 'tenancy.user_identities');
-->

-- the service changes no tenant and no user of a member
select outside.may('update', 'tenancy.tenant_users');
--> name name_key role entered_at

-- the service changes no tenant and no key of a setting
select outside.may('update', 'tenancy.tenant_configs');
--> value updated_at

-- the service changes no trail
select outside.may('update', 'tenancy.audit_log'), outside.may('update', 'tenancy.platform_log');
--> |

-- the service deletes no tenant
-- in tenant_id=$acme
delete from tenancy.tenants;
--> 42501

-- the service deletes no user
-- in user_id=$lone
delete from tenancy.users;
--> 42501

-- the service deletes no identity
-- in issuer=https://idp.example subject=ann
delete from tenancy.user_identities;
--> 42501

-- the service deletes nothing of a trail
-- in tenant_id=$acme
delete from tenancy.audit_log;
--> 42501

-- the service deletes nothing of the platform's log
-- in operator=otto
delete from tenancy.platform_log;
--> 42501

-- the service deletes nothing of the migrations' history
delete from tenancy.schema_history;
--> 42501

-- the service reads nothing of the platform's log
-- in operator=otto
select count(*) from tenancy.platform_log;
--> 42501

-- a user's row goes with no tenant
-- in tenant_id=$acme
update tenancy.tenants set user_count = 0;
--> 42501

-- the service makes nothing in the schema
create table tenancy.notes (note text);
--> 42501

-- the service hangs no function of the owner's on a table of its own
create trigger forged after insert on outside.notes for each row execute function tenancy.count_members();
--> 42501

-- the service ends no tenant by a table of its own
create trigger forged after update on outside.notes for each row execute function tenancy.end_tenant();
--> 42501

-- the service moves nobody by a table of its own
create trigger forged after update on outside.notes for each row execute function tenancy.move_current();
--> 42501

-- the service guards nothing with the owner's function
create trigger forged before update on outside.notes for each row execute function tenancy.guard_platform_role();
--> 42501

-- the service knows the schema's version
select tenancy.schema_version() > 0;
--> t

-- the service does not truncate tenants
truncate tenancy.tenants;
--> 42501

-- the service does not rebuild tenants
reindex table tenancy.tenants;
--> 42501

-- the service hangs no trigger on tenants
create trigger forged before insert on tenancy.tenants for each row execute function suppress_redundant_updates_trigger();
--> 42501

-- the service does not truncate users
truncate tenancy.users;
--> 42501

-- the service does not rebuild users
reindex table tenancy.users;
--> 42501

-- the service hangs no trigger on users
create trigger forged before insert on tenancy.users for each row execute function suppress_redundant_updates_trigger();
--> 42501

-- the service does not truncate user_identities
truncate tenancy.user_identities;
--> 42501

-- the service does not rebuild user_identities
reindex table tenancy.user_identities;
--> 42501

-- the service hangs no trigger on user_identities
create trigger forged before insert on tenancy.user_identities for each row execute function suppress_redundant_updates_trigger();
--> 42501

-- the service does not truncate tenant_users
truncate tenancy.tenant_users;
--> 42501

-- the service does not rebuild tenant_users
reindex table tenancy.tenant_users;
--> 42501

-- the service hangs no trigger on tenant_users
create trigger forged before insert on tenancy.tenant_users for each row execute function suppress_redundant_updates_trigger();
--> 42501

-- the service does not truncate tenant_configs
truncate tenancy.tenant_configs;
--> 42501

-- the service does not rebuild tenant_configs
reindex table tenancy.tenant_configs;
--> 42501

-- the service hangs no trigger on tenant_configs
create trigger forged before insert on tenancy.tenant_configs for each row execute function suppress_redundant_updates_trigger();
--> 42501

-- the service does not truncate audit_log
truncate tenancy.audit_log;
--> 42501

-- the service does not rebuild audit_log
reindex table tenancy.audit_log;
--> 42501

-- the service hangs no trigger on audit_log
create trigger forged before insert on tenancy.audit_log for each row execute function suppress_redundant_updates_trigger();
--> 42501

-- the service does not truncate platform_log
truncate tenancy.platform_log;
--> 42501

-- the service does not rebuild platform_log
reindex table tenancy.platform_log;
--> 42501

-- the service hangs no trigger on platform_log
create trigger forged before insert on tenancy.platform_log for each row execute function suppress_redundant_updates_trigger();
--> 42501

-- the service does not truncate schema_history
truncate tenancy.schema_history;
--> 42501

-- the service does not rebuild schema_history
reindex table tenancy.schema_history;
--> 42501

-- the service hangs no trigger on schema_history
create trigger forged before insert on tenancy.schema_history for each row execute function suppress_redundant_updates_trigger();
--> 42501

-- the service asks no foreign key about tenants
create table outside.asking (id uuid references tenancy.tenants);
--> 42501

-- the service asks no foreign key about users
create table outside.asking (id uuid references tenancy.users);
--> 42501

-- the service asks no foreign key about identities
create table outside.asking (issuer text collate "C", subject text collate "C", foreign key (issuer, subject) references tenancy.user_identities);
--> 42501

-- the service asks no foreign key about members
create table outside.asking (tenant_id uuid, user_id uuid, foreign key (tenant_id, user_id) references tenancy.tenant_users);
--> 42501

-- the service asks no foreign key about configurations
create table outside.asking (tenant_id uuid, key text collate "C", foreign key (tenant_id, key) references tenancy.tenant_configs);
--> 42501

-- the service asks no foreign key about trails
create table outside.asking (tenant_id uuid, at timestamptz, id uuid, foreign key (tenant_id, at, id) references tenancy.audit_log);
--> 42501

-- the service asks no foreign key about the platform's log
create table outside.asking (at timestamptz, id uuid, foreign key (at, id) references tenancy.platform_log);
--> 42501

-- the service asks no foreign key about the migrations' history
create table outside.asking (id integer references tenancy.schema_history);
--> 42501
