-- a seal is its tenant's
-- in seal=k1.00000000-0000-0000-0000-111111111111.4102444800.b741b1101ec90d043541a27f525464d2789f4cbc7709bb733078d7b733ad6edd
select tenancy.sealed_tenant();
--> $acme

-- a seal is nobody's when a digit of it is another one
-- in seal=k1.00000000-0000-0000-0000-111111111111.4102444800.b741b1101ec90d043541a27f525464d2789f4cbc7709bb733078d7b733ad6ed0
select tenancy.sealed_tenant();
--> null

-- a seal does not carry over to another tenant
-- in seal=k1.00000000-0000-0000-0000-222222222222.4102444800.b741b1101ec90d043541a27f525464d2789f4cbc7709bb733078d7b733ad6edd
select tenancy.sealed_tenant();
--> null

-- a seal does not last longer than it was made for
-- in seal=k1.00000000-0000-0000-0000-111111111111.4102444801.b741b1101ec90d043541a27f525464d2789f4cbc7709bb733078d7b733ad6edd
select tenancy.sealed_tenant();
--> null

-- a seal ends
-- in seal=k1.00000000-0000-0000-0000-111111111111.1000000000.f8f04e341cea535b4ed1a66d4cbb931f8014332fba314cf5bb9375dd9823a938
select tenancy.sealed_tenant();
--> null

-- a seal of an unknown key is nobody's
-- in seal=k2.00000000-0000-0000-0000-111111111111.4102444800.ab4c6bf55568c838b5477b131061b21531566fc83e803423cf87c2dce11b9b8c
select tenancy.sealed_tenant();
--> null

-- a seal of a key that was guessed empty is nobody's
-- in seal=k2.00000000-0000-0000-0000-111111111111.4102444800.24e63043960e1e9ebe73f0fdad718a414d355bc065efa56b5cd028491714fc40
select tenancy.sealed_tenant();
--> null

-- a tenant without a seal is nobody's
-- in tenant_id=$acme
select tenancy.sealed_tenant();
--> null

-- what is not a seal is nobody's, and no error
select count(tenancy.sealed_tenant())
  from (values (''), ('.'), ('...'), ('k1'), ('k1.$acme'), ('k1.$acme.4102444800.'), ('k1.$acme.4102444800'), ('k1..1.0'),
               ('k1.------------------------------------.9999999999.0000000000000000000000000000000000000000000000000000000000000000'), ('k1.$acme.99999999999999999999.0000000000000000000000000000000000000000000000000000000000000000'),
               ('é.$acme.4102444800.0000000000000000000000000000000000000000000000000000000000000000'), (repeat('k1.', 10000)), (E'k1.$acme.4102444800.0000000000000000000000000000000000000000000000000000000000000000\n')) as made (up),
       lateral (select set_config('tenancy.seal', up, true)) as done (so)
 where so is not null;
--> 0

-- an operator of the caller's own does not run in the function that opens a seal
-- in seal=k1.00000000-0000-0000-0000-111111111111.4102444800.b741b1101ec90d043541a27f525464d2789f4cbc7709bb733078d7b733ad6edd
set local search_path = outside, pg_catalog;
select tenancy.sealed_tenant();
--> $acme

-- a table of the same name does not stand in for the keys
-- in seal=k1.00000000-0000-0000-0000-111111111111.4102444800.b22abc34079dd55b1629803211a053648e4b5e694b12e849f6e4d127d2b42331
create temp table seal_keys as select 'k1' as id, decode(repeat('36', 64), 'hex') as inner_key, decode(repeat('5c', 64), 'hex') as outer_key;
set local search_path = pg_temp, outside;
select tenancy.sealed_tenant();
--> null

-- with every grant, nobody sees a key
-- as $grantee
-- in seal=k1.00000000-0000-0000-0000-111111111111.4102444800.b741b1101ec90d043541a27f525464d2789f4cbc7709bb733078d7b733ad6edd
select count(*) from tenancy.seal_keys;
--> 0

-- without a seal the owner sees no key
-- as $owner
select count(*) from tenancy.seal_keys;
--> 0

-- the owner sees the key that a seal names
-- as $owner
-- in seal=k1.00000000-0000-0000-0000-111111111111.4102444800.b741b1101ec90d043541a27f525464d2789f4cbc7709bb733078d7b733ad6edd
select string_agg(id, ' ') from tenancy.seal_keys;
--> k1

-- the owner writes no other key than the one that is named
-- as $owner
insert into tenancy.seal_keys (id, inner_key, outer_key) values ('k9', sha512('') , sha512(''));
--> 42501

-- a key is there once
-- as $owner
-- in seal=k1
insert into tenancy.seal_keys (id, inner_key, outer_key) values ('k1', sha512(''), sha512(''));
--> 23505 seal_keys_pkey

-- a key's id fits into a seal
-- as $owner
-- in seal=K1
insert into tenancy.seal_keys (id, inner_key, outer_key) values ('K1', sha512(''), sha512(''));
--> 23514 seal_keys_id

-- a key fills a block
-- as $owner
-- in seal=k9
insert into tenancy.seal_keys (id, inner_key, outer_key) values ('k9', sha512(''), sha256(''));
--> 23514 seal_keys_block

-- the owner adds a key, and takes one away, while the other one is in use
-- as $owner
-- in seal=k1.00000000-0000-0000-0000-111111111111.4102444800.b741b1101ec90d043541a27f525464d2789f4cbc7709bb733078d7b733ad6edd
select tenancy.add_seal_key('k2', decode(repeat('07', 100), 'hex'));
select tenancy.remove_seal_key('k2');
select tenancy.add_seal_key('k3', decode(repeat('07', 100), 'hex'));
select tenancy.sealed_tenant(), set_config('tenancy.seal', 'k3.00000000-0000-0000-0000-222222222222.4102444800.44d91e4fa58bbd310d203a0070b9220e654cf685d09d432987fbcef7c1ce5b21', true) is null, tenancy.sealed_tenant();
select tenancy.sealed_tenant();
--> $globex

-- the service adds no key
select tenancy.add_seal_key('k2', '');
--> 42501

-- the service takes no key away
select tenancy.remove_seal_key(null);
--> 42501

-- the service reads no key
select outside.may('select', 'tenancy.seal_keys');
-->

-- the service writes no key
select outside.may('insert', 'tenancy.seal_keys'), outside.may('update', 'tenancy.seal_keys');
--> |

-- the service deletes no key
delete from tenancy.seal_keys;
--> 42501

-- the service does not truncate keys
truncate tenancy.seal_keys;
--> 42501

-- the service does not rebuild keys
reindex table tenancy.seal_keys;
--> 42501

-- the service hangs no trigger on keys
create trigger forged before insert on tenancy.seal_keys for each row execute function suppress_redundant_updates_trigger();
--> 42501

-- the service asks no foreign key about keys
create table outside.asking (id text references tenancy.seal_keys);
--> 42501

-- whoever owns a table isolates it
create table outside.own (text text);
select count(*) from tenancy.isolate('outside.own');
select count(*) from tenancy.unisolate('outside.own', drop_column => true);
--> 10
