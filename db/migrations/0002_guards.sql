-- What Postgres itself guards, for every table that exists when `engine.guard()` is called. It guards; it computes nothing.
-- A later migration that adds tables ends with `call engine.guard();`.

create extension if not exists btree_gist;
create schema if not exists app;
create schema if not exists identity;
create schema if not exists engine;

-- Group roles; the app's login role is a member of all three and owns nothing (see db/migrate.ts).
do $$
declare
  wanted text;
begin
  foreach wanted in array array['tributary_app', 'tributary_identity', 'tributary_engine'] loop
    begin
      execute format('create role %I nologin', wanted);
    exception when duplicate_object or unique_violation then
      null; -- Roles belong to the server: another database of it has made this one.
    end;
  end loop;
end $$;

-- The tables of `app` whose rows are only ever added. Kept here alone; db/guards.test.ts reads it.
create or replace function engine.append_only() returns text[] language sql immutable as $$
  select array[
    'audit_entry', 'audit_seal', 'audit_root',
    'bank_account',
    'order_leg',
    'task_attempt',
    'usage_chunk', 'usage_batch', 'usage_event', 'rated_item', 'rated_leg',
    'invoice_line', 'invoice_tax', 'payment', 'payment_allocation',
    'settlement_line', 'settlement_release',
    'ledger_transaction', 'ledger_entry',
    'payment_file', 'statement', 'statement_line'
  ]
$$;

create or replace function engine.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: a correction is a new row', tg_table_name using errcode = 'restrict_violation';
end $$;

create or replace procedure engine.guard() language plpgsql as $$
declare
  found_table record;
begin
  for found_table in
    select class.oid::regclass as name, class.relname, class.relispartition
    from pg_class class
    where class.relnamespace = 'app'::regnamespace and class.relkind in ('r', 'p')
    order by class.relname
  loop
    execute format('alter table %s enable row level security', found_table.name);
    execute format('alter table %s force row level security', found_table.name);
    execute format('revoke all on %s from tributary_app, tributary_identity, tributary_engine', found_table.name);
    continue when found_table.relispartition; -- Reached through its parent, whose policies and grants count.
    if found_table.relname = any (engine.append_only()) then
      execute format('grant select, insert on %s to tributary_app', found_table.name);
      execute format('drop trigger if exists append_only on %s', found_table.name);
      execute format(
        'create trigger append_only before update or delete or truncate on %s
           for each statement execute function engine.refuse_change()', found_table.name);
    else
      execute format('grant select, insert, update, delete on %s to tributary_app', found_table.name);
    end if;
  end loop;
end $$;

revoke all on procedure engine.guard() from public;
call engine.guard();

grant usage on schema app to tributary_app;
grant usage on all sequences in schema app to tributary_app;
alter default privileges in schema app grant usage on sequences to tributary_app;

grant usage on schema identity to tributary_identity;
grant select, insert, update, delete on all tables in schema identity to tributary_identity;
grant usage on all sequences in schema identity to tributary_identity;
alter default privileges in schema identity grant select, insert, update, delete on tables to tributary_identity;
alter default privileges in schema identity grant usage on sequences to tributary_identity;

grant usage on schema engine, pgboss to tributary_engine;
grant select, insert, update, delete on all tables in schema engine, pgboss to tributary_engine;
grant usage on all sequences in schema engine to tributary_engine;
grant execute on function pgboss.create_queue(text, json), pgboss.delete_queue(text) to tributary_engine;
alter default privileges in schema engine grant select, insert, update, delete on tables to tributary_engine;
alter default privileges in schema engine grant usage on sequences to tributary_engine;
-- A queue is a partition of pgboss.job, made by pgboss.create_queue() as the owner.
alter default privileges in schema pgboss grant select, insert, update, delete on tables to tributary_engine;

-- A verb writes its event in its own transaction; only the engine reads it.
grant usage on schema engine to tributary_app;
grant insert on engine.outbox to tributary_app;
