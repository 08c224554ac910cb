-- Steps: with whom a customer agrees on one, the adviser or the social worker; and the customer's consent that the other sees it too.
alter table step
  add column with_role text not null default 'adviser' check (with_role in ('adviser', 'socialWorker')),
  drop constraint step_proposed_by_check,
  add constraint step_proposed_by_check check (proposed_by in ('customer', with_role)),
  add constraint step_challenge_with_check check (challenge_id is null or with_role = 'adviser');
comment on column step.with_role is 'Which professional the step is agreed on with: theirs, and their authority''s, to see. The other sees it by the customer''s consent only.';
create index step_with_social_worker on step (city_id, customer_id) where with_role = 'socialWorker';

create table step_shown (
  city_id text not null references city,
  id uuid not null,
  customer_id uuid not null,
  step_id uuid not null,
  shown_to text not null check (shown_to in ('adviser', 'socialWorker')),
  given_at timestamptz not null,
  until_on date,
  withdrawn_at timestamptz,
  primary key (city_id, id),
  foreign key (city_id, customer_id) references customer,
  foreign key (city_id, step_id) references step
);
create unique index step_shown_once on step_shown (city_id, step_id, shown_to) where withdrawn_at is null;
comment on table step_shown is 'The customer''s consent that the professional a step is not agreed on with sees it. Withdrawing keeps the row.';
call make_tenant_table('step_shown', 'select, insert, update, delete');

-- What waits in an adviser's caseload is the adviser's: a step with the social worker is no fact of it.
do $$
declare
  was text := pg_get_viewdef('caseload_fact_now'::regclass);
  now_is text := regexp_replace(was, '(FROM (public\.)?step\s+WHERE )', '\1step.with_role = ''adviser'' AND ');
begin
  if now_is = was then raise exception 'caseload_fact_now reads no steps'; end if;
  execute 'create or replace view caseload_fact_now with (security_invoker = true) as ' || now_is;
end $$;
