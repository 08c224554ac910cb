-- The desk's facts count messages too: what a customer has written to their adviser waits for an answer, and what the adviser wrote waits to be read.
do $$
declare
  was text := rtrim(pg_get_viewdef('caseload_fact_now'::regclass), ';');
begin
  execute 'create or replace view caseload_fact_now with (security_invoker = true) as
    select o.city_id, o.customer_id, o.waits_for_us + w.for_us as waits_for_us, o.waits_for_customer + w.for_customer as waits_for_customer,
      o.time_offered_until, o.agreed, o.step_due_on, o.yes_at, greatest(o.touched_at, w.touched_at) as touched_at
    from (' || was || ') o
    cross join lateral (
      select count(*) filter (where last.side = ''customer'')::integer as for_us,
        count(*) filter (where last.side = ''professional'' and last.read_at is null)::integer as for_customer, max(last.at) as touched_at
      from thread t
      cross join lateral (select m.side, m.read_at, m.at from message m where m.city_id = t.city_id and m.thread_id = t.id order by m.at desc, m.id desc limit 1) last
      where t.city_id = o.city_id and t.customer_id = o.customer_id and t.role = ''adviser''
        and not exists (select from thread_closing k where k.city_id = t.city_id and k.thread_id = t.id and k.reopened_at is null)) w';
end $$;

create function note_thread_fact() returns trigger language plpgsql as $$
declare
  changed record := case when tg_op = 'DELETE' then old else new end;
begin
  perform refresh_caseload_fact(t.city_id, t.customer_id) from thread t
    where t.city_id = changed.city_id and t.id = changed.thread_id and t.role = 'adviser';
  return null;
end $$;
create trigger caseload_fact after insert or update or delete on message for each row execute function note_thread_fact();
create trigger caseload_fact after insert or update or delete on thread_closing for each row execute function note_thread_fact();

do $$
declare one text;
begin
  for one in select id from city loop
    perform set_config('app.city', one, true);
    perform refresh_caseload_fact(city_id, customer_id) from caseload_fact where city_id = one;
  end loop;
  perform set_config('app.city', '', true);
end $$;
comment on column caseload_fact.waits_for_us is 'Proposals, asks, requests for a correction and messages of the customer that their adviser has not answered.';
comment on column caseload_fact.waits_for_customer is 'Steps proposed to the customer that they have not answered, and messages they have not read.';
