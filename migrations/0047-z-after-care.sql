-- After-care: how it is going, asked one, three and six months after open work began.
create table after_care (
  city_id text not null references city,
  id uuid not null,
  customer_id uuid not null,
  fact_id uuid not null,
  which text not null check (which in ('first', 'second', 'third')),
  months smallint not null check (months > 0),
  asked_at timestamptz not null,
  answer_until date not null,
  answer text check (answer in ('well', 'mixed', 'help', 'skipped')),
  words text not null default '',
  answered_at timestamptz,
  seen_at timestamptz,
  seen_name text not null default '',
  version integer not null default 1,
  primary key (city_id, id),
  unique (city_id, fact_id, which),
  foreign key (city_id, customer_id) references customer,
  foreign key (city_id, fact_id) references path_fact,
  check ((answer is null) = (answered_at is null)),
  check (answer is not null or seen_at is null)
);
create index after_care_customer on after_care (city_id, customer_id, asked_at desc);
comment on table after_care is 'How it is going: asked of a customer so many months after open work began, once each; the answer, and that their adviser has read it.';
comment on column after_care.fact_id is 'The open work it is asked of (path_fact).';
comment on column after_care.answer_until is 'Until when the answer is waited for; it can be given later too.';
call make_tenant_table('after_care', 'select, insert, update, delete');
create index path_fact_open on path_fact (city_id, from_on) where kind = 'in' and stage = 'open' and taken_back_at is null;
