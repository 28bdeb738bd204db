-- Each tenant has one row everywhere; Globex's say globex.
select set_config('tenancy.tenant_id', '$acme', false), set_config('host.word', 'acme', false);
insert into host.calls (id) values (1);
insert into host.legs (tenant_id, id, call_id) values ('$acme', 1, 1);
insert into host.notes values ('acme');
insert into host.events values (1, 'acme'), (11, 'acme');
insert into host.base values ('acme');
insert into host.derived values ('acme', 'acme');
insert into host."We""ird 'T; --" (text) values ('acme');
select set_config('tenancy.tenant_id', '$globex', false);
insert into host.calls (id) values (2);
insert into host.legs (tenant_id, id, call_id) values ('$globex', 2, 2);
insert into host.notes values ('globex');
insert into host.events values (1, 'globex'), (11, 'globex');
insert into host.base values ('globex');
insert into host.derived values ('globex', 'globex');
insert into host."We""ird 'T; --" (text) values ('globex');
reset tenancy.tenant_id;
