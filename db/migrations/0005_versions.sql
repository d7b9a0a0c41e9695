-- A version that is in force, or was, stays as it is: what was pinned to it must still be found in it. It may only end.
create or replace function engine.refuse_change_of_version() returns trigger language plpgsql as $$
declare
  -- What may still change, by table; anything else of a row that is no draft is fixed.
  free text[] := case tg_table_name
    when 'price_version' then array['status', 'valid_from', 'valid_to']
    when 'agreement_version' then array['status', 'valid_to']
    when 'offer_version' then array['status', 'submitted_by', 'published_at']
  end;
begin
  if old.status = 'draft' then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'DELETE' or to_jsonb(old) - free <> to_jsonb(new) - free then
    raise exception 'a % that is % cannot be changed', replace(tg_table_name, '_', ' '), old.status
      using errcode = 'restrict_violation';
  end if;
  if tg_table_name = 'price_version' then -- Of its own, for only this table has the column.
    if old.status in ('active', 'expired') and (new.status = 'draft' or old.valid_from is distinct from new.valid_from) then
      raise exception 'a price version that is % keeps its beginning', old.status using errcode = 'restrict_violation';
    end if;
  end if;
  if tg_table_name = 'offer_version' and old.status in ('published', 'superseded', 'retired')
    and new.status not in ('published', 'superseded', 'retired') then
    raise exception 'an offer version that was published cannot become %', new.status
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create trigger kept before update or delete on app.price_version
  for each row execute function engine.refuse_change_of_version();
create trigger kept before update or delete on app.agreement_version
  for each row execute function engine.refuse_change_of_version();
create trigger kept before update or delete on app.offer_version
  for each row execute function engine.refuse_change_of_version();

-- What a version consists of changes with its draft alone. Only the operator's side may write these rows at all,
-- and it sees every version, so the look-up needs no rights of its own.
create or replace function engine.refuse_change_of_price() returns trigger language plpgsql as $$
declare
  changed record := case tg_op when 'DELETE' then old else new end;
begin
  if not exists (
    select from app.price_version version
    where version.operator_id = changed.operator_id and version.id = changed.price_version_id
      and version.status = 'draft'
  ) or (tg_op = 'UPDATE' and old.price_version_id <> new.price_version_id) then
    raise exception 'prices change in a draft alone' using errcode = 'restrict_violation';
  end if;
  return changed;
end $$;

create trigger kept before insert or update or delete on app.price
  for each row execute function engine.refuse_change_of_price();

create or replace function engine.refuse_change_of_component() returns trigger language plpgsql as $$
declare
  changed record := case tg_op when 'DELETE' then old else new end;
begin
  if tg_op = 'UPDATE' and to_jsonb(old) - 'published_at' = to_jsonb(new) - 'published_at' then
    return new; -- Publishing opens the rows to the network and changes nothing in them.
  end if;
  if not exists (
    select from app.offer_version version
    where version.operator_id = changed.operator_id and version.id = changed.offer_version_id
      and version.status = 'draft'
  ) then
    raise exception 'components change in a draft alone' using errcode = 'restrict_violation';
  end if;
  return changed;
end $$;

create trigger kept before insert or update or delete on app.offer_component
  for each row execute function engine.refuse_change_of_component();
