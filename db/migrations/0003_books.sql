-- The books balance: per transaction and currency the entries sum to zero when the writer commits.
-- The check reads as the operator whose entry it is, whatever the writer may see.
create or replace function engine.refuse_unbalanced() returns trigger language plpgsql
  security definer
  set search_path = app, pg_temp
  set app.is_operator = 'on'
  set app.operator_id = ''
as $$
declare
  off record;
begin
  perform set_config('app.operator_id', new.operator_id, true);
  select entry.currency, sum(entry.amount) as amount into off
  from app.ledger_entry entry
  where entry.operator_id = new.operator_id and entry.event = new.event
  group by entry.currency
  having sum(entry.amount) <> 0
  limit 1;
  if found then
    raise exception 'ledger transaction % is off by % %', new.event, off.amount, off.currency
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;

revoke all on function engine.refuse_unbalanced() from public;

create constraint trigger balanced after insert on app.ledger_entry
  deferrable initially deferred
  for each row execute function engine.refuse_unbalanced();
