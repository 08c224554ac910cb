-- An outside model the operator may plug in: what it gave to a suggestion, and that it was asked about a story.

alter table know_how add column outside_score real check (outside_score between 0 and 1);
comment on column know_how.outside_score is 'How well the skill fits the customer''s words in an outside model''s view; null where none was asked or answered.';

create table outside_asking (
  city_id text not null references city,
  story_id uuid not null,
  customer_id uuid not null,
  story_version integer not null,
  model text not null,
  state text not null check (state in ('waiting', 'answered', 'failed')),
  fault text check (fault in ('late', 'unreachable', 'refused', 'wrongAnswer')),
  asked_at timestamptz not null,
  answered_at timestamptz,
  primary key (city_id, story_id),
  foreign key (city_id, story_id) references story on delete cascade,
  foreign key (city_id, customer_id) references customer,
  check ((state = 'failed') = (fault is not null))
);
create index outside_asking_customer on outside_asking (city_id, customer_id);
comment on table outside_asking is 'That an outside model was asked about a story, by which name, and whether it answered. The use log says when; here stands the latest.';
comment on column outside_asking.story_version is 'The text it was asked about: an answer about an earlier one is left.';
call make_tenant_table('outside_asking', 'select, insert, update, delete');
