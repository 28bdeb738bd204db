-- an event in a tenant is written for one subscription
-- in tenant_id=$acme subscription=search
select tenancy.publish_events('[{"id": "$new"}]');
select events from tenancy.event_backlog(1);
--> 2

-- and for the other one, as the last of its tenant
-- in tenant_id=$acme subscription=billing
select tenancy.publish_events('[{"id": "$new"}]');
select string_agg(body ->> 'id', ' ' order by seq) from tenancy.claim_events(10);
--> $ann $bob $new

-- outside of a tenant nobody publishes
-- in subscription=billing
select tenancy.publish_events('[{"id": "$new", "tenant_id": "$globex"}]');
--> 42501

-- outside of a subscription nobody gets an event
-- in tenant_id=$acme operator=otto user_id=$ann
select count(*) from tenancy.claim_events(10);
--> 0

-- a subscription gets the events of the tenant whose first one is the oldest
-- in subscription=billing
select tenant_id, body ->> 'id', failures from tenancy.claim_events(10);
--> $acme|$ann|0; $acme|$bob|0

-- a subscription gets no event of another one
-- in subscription=search
select tenant_id, seq, body ->> 'id' from tenancy.claim_events(10);
--> $globex|4|$carl

-- what is handled is gone
-- in subscription=billing tenant_id=$acme
select tenancy.event_done(1), tenancy.event_done(1);
select body ->> 'id' from tenancy.claim_events(1);
--> $carl

-- an event of another tenant is not handled in this one
-- in subscription=billing tenant_id=$acme
select tenancy.event_done(2);
--> f

-- an event of another subscription is not handled in this one
-- in subscription=search tenant_id=$acme
select tenancy.event_done(1);
--> f

-- what has failed waits, and its tenant's other events with it
-- in subscription=billing tenant_id=$acme
select tenancy.event_failed(1, 3600);
select tenant_id from tenancy.claim_events(10);
--> $globex

-- an event of another tenant does not fail in this one
-- in subscription=billing tenant_id=$acme
select tenancy.event_failed(2, 3600);
--> f

-- the first event of a tenant can be skipped, and no other
-- in subscription=billing tenant_id=$acme
select tenancy.skip_event('$bob'), tenancy.skip_event('$carl'), tenancy.skip_event('$ann'), tenancy.skip_event('$ann');
--> f|f|t|f

-- the backlog of a subscription is its own, with who is stuck
-- in subscription=billing tenant_id=$acme
select tenancy.event_failed(1, 0);
select events, oldest between 0 and 3600, tenant, event, failures from tenancy.event_backlog(10);
--> 3|t|$acme|$ann|1

-- a subscription is made once
-- in subscription=routing
select tenancy.subscribe(), tenancy.subscribe(), tenancy.unsubscribe(), tenancy.unsubscribe();
--> t|f|t|f

-- a subscription that ends takes along what waits for it, and no more
-- in subscription=billing
select tenancy.unsubscribe();
select tenancy.subscribe();
select count(*) from tenancy.claim_events(10);
select set_config('tenancy.subscription', 'search', true);
select count(*) from tenancy.claim_events(10);
--> 1

-- nothing is left of a subscription that has ended
-- in subscription=billing
select tenancy.unsubscribe();
select tenancy.subscribe();
select events from tenancy.event_backlog(1);
--> 0

-- a subscription has a name
-- in subscription=Billing
select tenancy.subscribe();
--> 23514 subscriptions_name

-- nobody subscribes without a name
select tenancy.subscribe();
--> 42501

-- with every grant, nobody sees an event or a subscription
-- as $grantee
-- in tenant_id=$acme subscription=billing
select (select count(*) from tenancy.outbox) + (select count(*) from tenancy.subscriptions);
--> 0

-- with every grant, nobody writes an event by hand
-- as $grantee
-- in tenant_id=$acme subscription=billing
insert into tenancy.outbox (tenant_id, subscription, body) values ('$acme', 'billing', '{}');
--> 42501

-- with every grant, nobody subscribes by hand
-- as $grantee
-- in subscription=routing
insert into tenancy.subscriptions (name) values ('routing');
--> 42501

-- without a context the owner sees no event and no subscription
-- as $owner
select (select count(*) from tenancy.outbox), (select count(*) from tenancy.subscriptions);
--> 0|0

-- the owner sees the events of the current subscription
-- as $owner
-- in subscription=search
select string_agg(seq::text, ' ') from tenancy.outbox;
--> 4

-- in a subscription the owner sees that one
-- as $owner
-- in subscription=search
select string_agg(name, ' ') from tenancy.subscriptions;
--> search

-- in a tenant the owner sees who is told
-- as $owner
-- in tenant_id=$acme
select string_agg(name, ' ' order by name) from tenancy.subscriptions;
--> billing search

-- the owner writes events in no other tenant than the current one
-- as $owner
-- in tenant_id=$acme subscription=billing
insert into tenancy.outbox (tenant_id, subscription, body) values ('$globex', 'billing', '{}');
--> 42501

-- the owner moves an event to no other tenant
-- as $owner
-- in tenant_id=$acme subscription=billing
update tenancy.outbox set tenant_id = '$globex' where seq = 1;
--> 42501

-- the owner makes no other subscription than the current one
-- as $owner
-- in subscription=routing
insert into tenancy.subscriptions (name) values ('reporting');
--> 42501

-- events belong to a tenant that exists
-- as $owner
-- in tenant_id=$new subscription=billing
insert into tenancy.outbox (tenant_id, subscription, body) values ('$new', 'billing', '{}');
--> 23503 outbox_tenant_id_fkey

-- events wait for a subscription that exists
-- as $owner
-- in tenant_id=$acme subscription=nobody
insert into tenancy.outbox (tenant_id, subscription, body) values ('$acme', 'nobody', '{}');
--> 23503 outbox_subscription_fkey

-- an event has one place in its queue
-- as $owner
-- in tenant_id=$acme subscription=billing
insert into tenancy.outbox (tenant_id, subscription, seq, body) overriding system value values ('$acme', 'billing', 1, '{}');
--> 23505 outbox_pkey

-- a subscription is there once
-- as $owner
-- in subscription=billing
insert into tenancy.subscriptions (name) values ('billing');
--> 23505 subscriptions_pkey

-- no operator of the caller's own runs in the function that publishes
-- in tenant_id=$acme
set local search_path = outside, pg_catalog;
select tenancy.publish_events('[{"id": "$new"}]') is null;
--> f

-- no operator of the caller's own runs in the function that subscribes
-- in subscription=billing
set local search_path = outside, pg_catalog;
select tenancy.subscribe();
--> f

-- no operator of the caller's own runs in the function that ends a subscription
-- in subscription=billing
set local search_path = outside, pg_catalog;
select tenancy.unsubscribe();
--> t

-- no operator of the caller's own runs in the function that claims
-- in subscription=billing
set local search_path = outside, pg_catalog;
select count(*) from tenancy.claim_events(10);
--> 2

-- no operator of the caller's own runs in the function for what is done
-- in subscription=billing tenant_id=$acme
set local search_path = outside, pg_catalog;
select tenancy.event_done(1);
--> t

-- no operator of the caller's own runs in the function for what has failed
-- in subscription=billing tenant_id=$acme
set local search_path = outside, pg_catalog;
select tenancy.event_failed(1, 1);
--> t

-- no operator of the caller's own runs in the function that skips
-- in subscription=billing tenant_id=$acme
set local search_path = outside, pg_catalog;
select tenancy.skip_event('$ann');
--> t

-- no operator of the caller's own runs in the function for the backlog
-- in subscription=billing
set local search_path = outside, pg_catalog;
select events from tenancy.event_backlog(1);
--> 3

-- the service reads no events
select outside.may('select', 'tenancy.outbox');
-->

-- the service writes no events
select has_any_column_privilege('tenancy.outbox', 'insert, update');
--> f

-- the service deletes no events
delete from tenancy.outbox;
--> 42501

-- the service does not truncate events
truncate tenancy.outbox cascade;
--> 42501

-- the service does not rebuild events
reindex table tenancy.outbox;
--> 42501

-- the service hangs no trigger on events
create trigger forged before insert on tenancy.outbox for each row execute function suppress_redundant_updates_trigger();
--> 42501

-- the service reads no subscriptions
select outside.may('select', 'tenancy.subscriptions');
-->

-- the service writes no subscriptions
select outside.may('insert', 'tenancy.subscriptions'), outside.may('update', 'tenancy.subscriptions');
--> |

-- the service deletes no subscriptions
delete from tenancy.subscriptions;
--> 42501

-- the service does not truncate subscriptions
truncate tenancy.subscriptions;
--> 42501

-- the service does not rebuild subscriptions
reindex table tenancy.subscriptions;
--> 42501

-- the service hangs no trigger on subscriptions
create trigger forged before insert on tenancy.subscriptions for each row execute function suppress_redundant_updates_trigger();
--> 42501

-- the service asks no foreign key about events
create table outside.asking (tenant_id uuid, subscription text collate "C", seq bigint, foreign key (tenant_id, subscription, seq) references tenancy.outbox);
--> 42501

-- the service asks no foreign key about subscriptions
create table outside.asking (name text collate "C" references tenancy.subscriptions);
--> 42501

-- the service has no need to ask which subscription it is
-- in subscription=billing
select tenancy.current_subscription();
--> 42501
