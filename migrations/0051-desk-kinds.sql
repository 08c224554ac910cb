-- What the desk asks of a customer, for each as whom somebody looks after them: the adviser's and the social worker's are not the other's to count. And documents: what
-- is asked for waits for the customer; what they have not got, and what they gave and nobody of that role has opened, waits for us.
alter table caseload_fact add column kind text not null default 'adviser' check (kind in ('adviser', 'socialWorker'));
alter table caseload_fact alter column kind drop default;
alter table caseload_fact drop constraint caseload_fact_pkey;
alter table caseload_fact add primary key (city_id, customer_id, kind);
drop index caseload_fact_to_count;
create index caseload_fact_to_count on caseload_fact (city_id, talk_counted_on) where kind = 'adviser';
comment on table caseload_fact is 'What the desk of an adviser, or of a social worker, asks of a customer in their caseload. Everything in it follows from other tables; no use case writes it.';
comment on column caseload_fact.kind is 'As whom somebody looks after the customer. Talks, answers to businesses, asks and requests for a correction are the adviser''s.';
comment on column caseload_fact.waits_for_us is 'Proposals, asks, requests for a correction and messages of the customer that have not been answered, and documents to look at.';
comment on column caseload_fact.waits_for_customer is 'Steps proposed to the customer that they have not answered, messages they have not read, and documents they have been asked for.';

drop view caseload_fact_now;
create view caseload_fact_now with (security_invoker = true) as
select c.city_id, c.id as customer_id, k.kind,
  s.for_us + a.open + r.open + w.for_us + d.for_us as waits_for_us,
  s.for_customer + w.for_customer + d.for_customer as waits_for_customer,
  m.offered_until as time_offered_until,
  s.agreed, s.due_on as step_due_on, y.yes_at,
  greatest(s.touched_at, m.touched_at, w.touched_at, d.touched_at, t.touched_at, g.touched_at) as touched_at
from customer c
cross join (values ('adviser'), ('socialWorker')) k (kind)
cross join lateral (
  select count(*) filter (where state = 'proposed' and proposed_by = 'customer')::integer as for_us,
    count(*) filter (where state = 'proposed' and proposed_by = k.kind)::integer as for_customer,
    count(*) filter (where state in ('agreed', 'doing'))::integer as agreed,
    min(due_on) filter (where state in ('agreed', 'doing')) as due_on,
    max(changed_at) filter (where not only_mine) as touched_at
  from step where city_id = c.city_id and customer_id = c.id and with_role = k.kind) s
cross join lateral (
  select count(*)::integer as open from person_ask o
  where k.kind = 'adviser' and o.city_id = c.city_id and o.customer_id = c.id and o.answered_at is null and o.withdrawn_at is null
    and not exists (select from person_ask_hand_over h where h.city_id = o.city_id and h.ask_id = o.id)) a
cross join lateral (
  select count(*)::integer as open from correction o
  where k.kind = 'adviser' and o.city_id = c.city_id and o.customer_id = c.id and o.answered_at is null and o.withdrawn_at is null) r
cross join lateral (
  select max(starts_at) filter (where state = 'proposed') as offered_until, max(changed_at) as touched_at
  from appointment where city_id = c.city_id and customer_id = c.id and role = k.kind) m
cross join lateral (
  select max(answered_at) as yes_at from answer where k.kind = 'adviser' and city_id = c.city_id and customer_id = c.id and answer = 'yes') y
cross join lateral (
  select max(at) as touched_at from talk where k.kind = 'adviser' and city_id = c.city_id and customer_id = c.id) t
cross join lateral (
  select max(v.at) as touched_at from plan p join plan_version v on v.city_id = p.city_id and v.plan_id = p.id
  where k.kind = 'adviser' and p.city_id = c.city_id and p.customer_id = c.id) g
cross join lateral (
  select count(*) filter (where last.side = 'customer')::integer as for_us,
    count(*) filter (where last.side = 'professional' and last.read_at is null)::integer as for_customer, max(last.at) as touched_at
  from thread h
  cross join lateral (select m.side, m.read_at, m.at from message m where m.city_id = h.city_id and m.thread_id = h.id order by m.at desc, m.id desc limit 1) last
  where h.city_id = c.city_id and h.customer_id = c.id and h.role = k.kind
    and not exists (select from thread_closing x where x.city_id = h.city_id and x.thread_id = h.id and x.reopened_at is null)) w
cross join lateral (
  select count(*) filter (where (o.state = 'notHad' and o.role = k.kind) or (o.state = 'given' and k.kind = any(o.shown_to) and not exists (
      select from document_opening p where p.city_id = o.city_id and p.document_id = o.id and p.role = k.kind and p.at >= o.given_at)))::integer as for_us,
    count(*) filter (where o.state = 'asked' and o.role = k.kind)::integer as for_customer,
    max(o.changed_at) as touched_at
  from document o
  where o.city_id = c.city_id and o.customer_id = c.id and (o.role = k.kind or k.kind = any(o.shown_to))) d;
grant select on caseload_fact_now to tuttu_app;

create or replace function refresh_caseload_fact(given_city text, given_customer uuid) returns void language plpgsql as $$
declare
  one text;
begin
  -- Held first: of two writers at once the second counts after the first has ended, and so counts both.
  for one in select kind from caseload_fact where city_id = given_city and customer_id = given_customer order by kind for update loop
    update caseload_fact f
    set waits_for_us = n.waits_for_us, waits_for_customer = n.waits_for_customer, time_offered_until = n.time_offered_until, agreed = n.agreed,
      step_due_on = n.step_due_on, yes_at = n.yes_at, touched_at = n.touched_at
    from caseload_fact_now n
    where f.city_id = given_city and f.customer_id = given_customer and f.kind = one
      and n.city_id = given_city and n.customer_id = given_customer and n.kind = one;
  end loop;
end $$;

create or replace function note_thread_fact() returns trigger language plpgsql as $$
declare
  changed record := case when tg_op = 'DELETE' then old else new end;
begin
  perform refresh_caseload_fact(t.city_id, t.customer_id) from thread t
    where t.city_id = changed.city_id and t.id = changed.thread_id and t.role is not null;
  return null;
end $$;

create function note_document_fact() returns trigger language plpgsql as $$
declare
  changed record := case when tg_op = 'DELETE' then old else new end;
begin
  perform refresh_caseload_fact(d.city_id, d.customer_id) from document d where d.city_id = changed.city_id and d.id = changed.document_id;
  return null;
end $$;
create trigger caseload_fact after insert or update or delete on document for each row execute function note_caseload_fact();
create trigger caseload_fact after insert or delete on document_opening for each row execute function note_document_fact();

-- Whoever comes into a caseload gets a row of its kind, and whoever is in none of that kind has none.
create or replace function keep_caseload_fact() returns trigger language plpgsql as $$
declare
  changed record := case when tg_op = 'DELETE' then old else new end;
begin
  if exists (select from caseload where city_id = changed.city_id and customer_id = changed.customer_id and kind = changed.kind and to_on is null) then
    insert into caseload_fact (city_id, customer_id, kind) values (changed.city_id, changed.customer_id, changed.kind) on conflict do nothing;
    perform refresh_caseload_fact(changed.city_id, changed.customer_id);
  else
    delete from caseload_fact where city_id = changed.city_id and customer_id = changed.customer_id and kind = changed.kind;
  end if;
  return null;
end $$;

create or replace function fill_caseload_facts(given_city text) returns void language sql as $$
  insert into caseload_fact (city_id, customer_id, kind, waits_for_us, waits_for_customer, time_offered_until, agreed, step_due_on, yes_at, touched_at)
    select n.city_id, n.customer_id, n.kind, n.waits_for_us, n.waits_for_customer, n.time_offered_until, n.agreed, n.step_due_on, n.yes_at, n.touched_at
    from caseload_fact_now n
    where n.city_id = given_city and exists (
      select from caseload l where l.city_id = n.city_id and l.customer_id = n.customer_id and l.kind = n.kind and l.to_on is null)
    on conflict do nothing
$$;

do $$
declare one text;
begin
  for one in select id from city loop
    perform set_config('app.city', one, true);
    perform refresh_caseload_fact(f.city_id, f.customer_id) from caseload_fact f where f.city_id = one;
    perform fill_caseload_facts(one);
  end loop;
  perform set_config('app.city', '', true);
end $$;
