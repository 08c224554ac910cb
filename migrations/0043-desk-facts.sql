-- The adviser's desk: of each customer in a caseload what its filters ask, kept true by triggers wherever it is written.
insert into term (name, from_on, value, source) values
  ('caseloadNewDays', '2026-01-01', 14, 'Tuttu: two weeks, within which a customer is met for the first time'),
  ('caseloadUntouchedDays', '2026-01-01', 60, 'Tuttu: two months; a month before the next follow-up of the law''s rhythm (every three months, HE 108/2025)');

create table caseload_fact (
  city_id text not null references city,
  customer_id uuid not null,
  waits_for_us integer not null default 0,
  waits_for_customer integer not null default 0,
  time_offered_until timestamptz,
  agreed integer not null default 0,
  step_due_on date,
  talk_due_on date,
  talk_counted_on date,
  yes_at timestamptz,
  touched_at timestamptz,
  primary key (city_id, customer_id),
  foreign key (city_id, customer_id) references customer on delete cascade
);
comment on table caseload_fact is 'What the adviser''s desk asks of a customer in a caseload. Everything in it follows from other tables; no use case writes it.';
comment on column caseload_fact.waits_for_us is 'Proposals of the customer, asks and requests for a correction that their adviser has not answered.';
comment on column caseload_fact.waits_for_customer is 'Steps proposed to the customer that they have not answered.';
comment on column caseload_fact.time_offered_until is 'A time was proposed to the customer: it waits for them until it begins.';
comment on column caseload_fact.talk_due_on is 'The last day of the earliest talk of the law''s rhythm that has not been held. Counted by the code of the rhythm (src/path/rhythm/count-next.ts), where one of these is written and by housekeeping.';
comment on column caseload_fact.talk_counted_on is 'When that was counted; null when something it follows from has changed since.';
comment on column caseload_fact.touched_at is 'When something last happened between the customer and the employment side. Looking is nothing.';
call make_tenant_table('caseload_fact', 'select, insert, update, delete');

-- What each fact is, said once. A part that brings another thing to wait for adds it here and a trigger on its table.
create view caseload_fact_now with (security_invoker = true) as
select c.city_id, c.id as customer_id,
  s.for_us + a.open + r.open as waits_for_us,
  s.for_customer as waits_for_customer,
  m.offered_until as time_offered_until,
  s.agreed, s.due_on as step_due_on, y.yes_at,
  greatest(s.touched_at, m.touched_at, t.touched_at, g.touched_at) as touched_at
from customer c
cross join lateral (
  select count(*) filter (where state = 'proposed' and proposed_by = 'customer')::integer as for_us,
    count(*) filter (where state = 'proposed' and proposed_by = 'adviser')::integer as for_customer,
    count(*) filter (where state in ('agreed', 'doing'))::integer as agreed,
    min(due_on) filter (where state in ('agreed', 'doing')) as due_on,
    max(changed_at) filter (where not only_mine) as touched_at
  from step where city_id = c.city_id and customer_id = c.id) s
cross join lateral (
  select count(*)::integer as open from person_ask k
  where k.city_id = c.city_id and k.customer_id = c.id and k.answered_at is null and k.withdrawn_at is null
    and not exists (select from person_ask_hand_over h where h.city_id = k.city_id and h.ask_id = k.id)) a
cross join lateral (
  select count(*)::integer as open from correction k
  where k.city_id = c.city_id and k.customer_id = c.id and k.answered_at is null and k.withdrawn_at is null) r
cross join lateral (
  select max(starts_at) filter (where state = 'proposed') as offered_until, max(changed_at) as touched_at
  from appointment where city_id = c.city_id and customer_id = c.id and role = 'adviser') m
cross join lateral (
  select max(answered_at) as yes_at from answer where city_id = c.city_id and customer_id = c.id and answer = 'yes') y
cross join lateral (
  select max(at) as touched_at from talk where city_id = c.city_id and customer_id = c.id) t
cross join lateral (
  select max(v.at) as touched_at from plan p join plan_version v on v.city_id = p.city_id and v.plan_id = p.id
  where p.city_id = c.city_id and p.customer_id = c.id) g;
grant select on caseload_fact_now to tuttu_app;

create function refresh_caseload_fact(given_city text, given_customer uuid) returns void language plpgsql as $$
begin
  -- Held first: of two writers at once the second counts after the first has ended, and so counts both.
  perform from caseload_fact where city_id = given_city and customer_id = given_customer for update;
  if not found then return; end if;
  update caseload_fact f
  set waits_for_us = n.waits_for_us, waits_for_customer = n.waits_for_customer, time_offered_until = n.time_offered_until, agreed = n.agreed,
    step_due_on = n.step_due_on, yes_at = n.yes_at, touched_at = n.touched_at
  from caseload_fact_now n
  where f.city_id = given_city and f.customer_id = given_customer and n.city_id = given_city and n.customer_id = given_customer;
end $$;

create function note_caseload_fact() returns trigger language plpgsql as $$
declare
  changed record := case when tg_op = 'DELETE' then old else new end;
begin
  perform refresh_caseload_fact(changed.city_id, changed.customer_id);
  return null;
end $$;
create trigger caseload_fact after insert or update or delete on step for each row execute function note_caseload_fact();
create trigger caseload_fact after insert or update or delete on person_ask for each row execute function note_caseload_fact();
create trigger caseload_fact after insert or delete on person_ask_hand_over for each row execute function note_caseload_fact();
create trigger caseload_fact after insert or update or delete on correction for each row execute function note_caseload_fact();
create trigger caseload_fact after insert or update or delete on appointment for each row execute function note_caseload_fact();
create trigger caseload_fact after insert or update or delete on answer for each row execute function note_caseload_fact();
create trigger caseload_fact after insert or update or delete on talk for each row execute function note_caseload_fact();

create function note_goal_fact() returns trigger language plpgsql as $$
begin
  perform refresh_caseload_fact(p.city_id, p.customer_id) from plan p where p.city_id = new.city_id and p.id = new.plan_id;
  return null;
end $$;
create trigger caseload_fact after insert on plan_version for each row execute function note_goal_fact();

-- When the next talk is due is counted by the law's rhythm, which is code: here only that it has to be counted again.
create function note_talk_fact() returns trigger language plpgsql as $$
declare
  changed record := case when tg_op = 'DELETE' then old else new end;
begin
  update caseload_fact set talk_counted_on = null where city_id = changed.city_id and customer_id = changed.customer_id;
  return null;
end $$;
create trigger caseload_talk after insert or update or delete on talk for each row execute function note_talk_fact();
create trigger caseload_talk after insert or update or delete on job_search for each row execute function note_talk_fact();

create function note_city_rhythm() returns trigger language plpgsql as $$
begin
  update caseload_fact set talk_counted_on = null where city_id = new.city_id;
  return null;
end $$;
create trigger caseload_talk after insert or update on city_process_rule for each row execute function note_city_rhythm();

-- Whoever comes into an adviser's caseload gets a row, and whoever is in none has none.
create function keep_caseload_fact() returns trigger language plpgsql as $$
declare
  changed record := case when tg_op = 'DELETE' then old else new end;
begin
  if exists (select from caseload where city_id = changed.city_id and customer_id = changed.customer_id and kind = 'adviser' and to_on is null) then
    insert into caseload_fact (city_id, customer_id) values (changed.city_id, changed.customer_id) on conflict do nothing;
    perform refresh_caseload_fact(changed.city_id, changed.customer_id);
  else
    delete from caseload_fact where city_id = changed.city_id and customer_id = changed.customer_id;
  end if;
  return null;
end $$;
create trigger caseload_fact after insert or update or delete on caseload for each row execute function keep_caseload_fact();

-- Who is in a caseload already, city by city.
create function fill_caseload_facts(given_city text) returns void language sql as $$
  insert into caseload_fact (city_id, customer_id, waits_for_us, waits_for_customer, time_offered_until, agreed, step_due_on, yes_at, touched_at)
    select n.city_id, n.customer_id, n.waits_for_us, n.waits_for_customer, n.time_offered_until, n.agreed, n.step_due_on, n.yes_at, n.touched_at
    from caseload_fact_now n
    where n.city_id = given_city and exists (
      select from caseload l where l.city_id = n.city_id and l.customer_id = n.customer_id and l.kind = 'adviser' and l.to_on is null)
    on conflict do nothing
$$;
do $$
declare one text;
begin
  for one in select id from city loop
    perform set_config('app.city', one, true);
    perform fill_caseload_facts(one);
  end loop;
  perform set_config('app.city', '', true);
end $$;

-- Names are put in order by surname as the Finnish alphabet has them, whatever the database's own order is.
create function name_key(name text) returns text language sql immutable parallel safe as $$
  select translate(lower(regexp_replace(trim(name), '^(.*)\s(\S+)$', '\2 \1')),
    'ÅåÄäÆæÖöØøÉéÈèÊêËëÁáÀàÂâÜüÍíÓóÚúÑñÇçŠšŽž', '{{||||}}}}eeeeeeeeaaaaaayyiioouunnccsszz') collate "C"
$$;
create index caseload_fact_to_count on caseload_fact (city_id, talk_counted_on);
