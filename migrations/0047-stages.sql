-- Stages of the path: what happened, from which the stage is derived. It is never set by hand.
insert into term (name, from_on, value, source) values
  ('afterCareFirstMonths', '2026-01-01', 1, 'Tuttu: product description, stage 6: after-care asks at 1, 3 and 6 months after open work began'),
  ('afterCareSecondMonths', '2026-01-01', 3, 'Tuttu: product description, stage 6: after-care asks at 1, 3 and 6 months after open work began'),
  ('afterCareThirdMonths', '2026-01-01', 6, 'Tuttu: product description, stage 6: after-care asks at 1, 3 and 6 months after open work began'),
  ('afterCareAnswerDays', '2026-01-01', 21, 'Tuttu: three weeks to answer how it is going; after that the next question comes');

create table path_fact (
  city_id text not null references city,
  id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('in', 'toward', 'yes')),
  stage text check (stage in ('starting', 'workshop', 'cooperative', 'subsidised', 'open', 'afterCare')),
  from_on date not null,
  to_on date,
  source text not null check (source in ('step', 'answer', 'told', 'agreement', 'workshop')),
  source_id uuid,
  words text not null default '',
  by_id uuid,
  by_name text not null default '',
  by_role text not null default '' check (by_role in ('', 'customer', 'adviser')),
  at timestamptz not null,
  ended_name text not null default '',
  taken_back_at timestamptz,
  taken_back_name text not null default '',
  taken_back_why text not null default '',
  version integer not null default 1,
  primary key (city_id, id),
  foreign key (city_id, customer_id) references customer,
  foreign key (city_id, by_id) references city_person,
  check (to_on >= from_on),
  check (kind <> 'in' or stage in ('workshop', 'cooperative', 'subsidised', 'open')),
  check ((kind = 'yes') = (stage is null)),
  check (kind = 'in' or to_on is null),
  check ((source = 'told') = (source_id is null)),
  check ((source = 'told') = (by_id is not null))
);
create index path_fact_customer on path_fact (city_id, customer_id, from_on);
create unique index path_fact_source on path_fact (city_id, source, source_id) where source_id is not null;
create unique index path_fact_told on path_fact (city_id, customer_id, stage, from_on) where source = 'told' and taken_back_at is null;
comment on table path_fact is 'What happened on a customer''s path: the stage they are in is computed from it.';
comment on column path_fact.kind is '''in'': was in the stage from a day, to a day or still; ''toward'': something was done that leads to it; ''yes'': a yes to a business.';
comment on column path_fact.source_id is 'The step, answer, agreement or workshop it comes from; null for what was told.';
comment on column path_fact.words is 'What was told with it, such as where.';
comment on column path_fact.taken_back_at is 'It was told by mistake, or the yes was taken back: it counts no more, and stays to be read.';
call make_tenant_table('path_fact', 'select, insert, update, delete');
