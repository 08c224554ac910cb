-- Asking back: which short questions a customer has answered or passed over. The questions themselves are chosen anew each time; an answer's
-- words stand in the story they made longer, or began.
create table asked_question (
  city_id text not null references city,
  id uuid not null,
  customer_id uuid not null,
  story_id uuid,
  key text not null,
  outcome text not null check (outcome in ('answered', 'passed')),
  at timestamptz not null,
  primary key (city_id, id),
  unique nulls not distinct (city_id, customer_id, story_id, key),
  foreign key (city_id, customer_id) references customer,
  foreign key (city_id, story_id) references story on delete cascade
);
comment on table asked_question is 'Short questions a customer has answered or passed over, so that none is asked again.';
comment on column asked_question.story_id is 'The story it was asked about; null for one to begin from.';
comment on column asked_question.key is 'What was asked: a kind (howMany), an opening (home), or activity-<id of the lexicon>.';
call make_tenant_table('asked_question', 'select, insert, update, delete');
