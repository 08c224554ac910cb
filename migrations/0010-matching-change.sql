-- What a matching index in a process follows: which customer or challenge has changed, written with the change itself.
create table matching_change (
  city_id text not null references city,
  xact xid8 not null default pg_current_xact_id(),
  kind text not null check (kind in ('customer', 'challenge')),
  id uuid not null,
  changed_at timestamptz not null default now(),
  primary key (city_id, xact, kind, id)
);
create index matching_change_at on matching_change (city_id, changed_at);
comment on table matching_change is 'Ids of customers and challenges changed, by transaction; kept for a day. A reader goes on from the oldest transaction that still ran.';
call make_tenant_table('matching_change', 'select, insert, delete');

create function note_matching_change() returns trigger language plpgsql as $$
declare
  changed jsonb := to_jsonb(coalesce(new, old));
begin
  insert into matching_change (city_id, kind, id)
  values (changed ->> 'city_id', tg_argv[0], (changed ->> tg_argv[1])::uuid) on conflict do nothing;
  return null;
end $$;

create trigger matching_change after insert or update or delete on know_how
  for each row execute function note_matching_change('customer', 'customer_id');
create trigger matching_change after insert or update or delete on consent
  for each row execute function note_matching_change('customer', 'customer_id');
create trigger matching_change after update on customer
  for each row execute function note_matching_change('customer', 'id');
create trigger matching_change after insert or update on challenge
  for each row execute function note_matching_change('challenge', 'id');
create trigger matching_change after insert or update or delete on challenge_need
  for each row execute function note_matching_change('challenge', 'challenge_id');
