-- Matching and suggestions that answer for themselves: what was suggested and why, and an objection.
insert into term (name, from_on, value, source) values
  ('suggestionLogDays', '2026-01-01', 365, 'Tuttu: a year; the AI Act (EU) 2024/1689, articles 19 and 26(6), asks for six months at least');

create table suggestion_log (
  city_id text not null references city,
  id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('skill', 'match', 'person')),
  skill_id integer references skill,
  challenge_id uuid,
  source_id uuid,
  input_hash bytea,
  vocabulary_version text not null,
  vectors_version text,
  score real,
  parts jsonb not null,
  made_at timestamptz not null,
  seen_by text[] not null,
  decision text check (decision in ('kept', 'dropped', 'gone', 'yes', 'notNow', 'no')),
  decided_at timestamptz,
  primary key (city_id, id),
  foreign key (city_id, customer_id) references customer,
  foreign key (city_id, challenge_id) references challenge,
  check ((kind = 'skill') = (skill_id is not null)),
  check ((kind in ('match', 'person')) = (challenge_id is not null)),
  check ((decision is null) = (decided_at is null))
);
create index suggestion_log_customer on suggestion_log (city_id, customer_id, made_at desc);
create index suggestion_log_made on suggestion_log (city_id, made_at);
create index suggestion_log_source on suggestion_log (city_id, source_id) where source_id is not null;
create index suggestion_log_open on suggestion_log (city_id, customer_id, skill_id) where decision is null and kind = 'skill';
comment on table suggestion_log is 'Each skill, match or person''s proposal suggested to a customer: from what input, by which versions, of what parts, who saw it, what was decided. Kept as long as the city''s term says.';
comment on column suggestion_log.source_id is 'The story or document it was found in; null for a match.';
comment on column suggestion_log.input_hash is 'sha256 of the text in UTF-8, or of the ids of the skills matched, sorted and joined by commas; never the input itself. Goes with a text or document that is deleted.';
comment on column suggestion_log.parts is 'What the score is made of: of a skill each part of the recogniser, of a match each need with its state and points.';
comment on column suggestion_log.seen_by is 'The roles that saw it as a suggestion. A number of people counted for a business is nobody.';
call make_tenant_table('suggestion_log', 'select, insert, update, delete');

-- A decision on know-how answers what was suggested of it, whichever way it was made.
create function note_suggestion_decision() returns trigger language plpgsql as $$
declare
  held know_how;
begin
  if tg_op = 'DELETE' then held := old; else held := new; end if;
  if tg_op = 'INSERT' and new.state = 'suggested' then return null; end if;
  if tg_op = 'UPDATE' and new.state = old.state then return null; end if;
  if tg_op = 'DELETE' and old.state <> 'suggested' then return null; end if;
  update suggestion_log
  set decision = case when tg_op = 'DELETE' then 'gone' else held.state end,
    decided_at = case when tg_op = 'DELETE' then now() else coalesce(held.decided_at, now()) end
  where city_id = held.city_id and customer_id = held.customer_id and skill_id = held.skill_id and kind = 'skill' and decision is null;
  return null;
end $$;
create trigger suggestion_decision after insert or update or delete on know_how
  for each row execute function note_suggestion_decision();

-- A deleted text or document leaves nothing it could be known by, and what only waited from it is gone.
create function forget_suggestion_source() returns trigger language plpgsql as $$
begin
  update suggestion_log
  set input_hash = null, decision = coalesce(decision, 'gone'), decided_at = coalesce(decided_at, now())
  where city_id = old.city_id and customer_id = old.customer_id and source_id = old.id;
  return null;
end $$;
create trigger suggestion_source after delete on story
  for each row execute function forget_suggestion_source();
create trigger suggestion_source after delete on bring
  for each row execute function forget_suggestion_source();

create table objection (
  city_id text not null references city,
  id uuid not null,
  customer_id uuid not null,
  what text not null check (what in ('matching')),
  word text not null default '',
  made_at timestamptz not null,
  taken_back_at timestamptz,
  primary key (city_id, id),
  foreign key (city_id, customer_id) references customer
);
create unique index objection_one_in_force on objection (city_id, customer_id, what) where taken_back_at is null;
comment on table objection is 'What a customer objects to (GDPR, article 21), with a word why if they like. While it is in force no consent to the same counts.';
call make_tenant_table('objection', 'select, insert, update');
create trigger matching_change after insert or update or delete on objection
  for each row execute function note_matching_change('customer', 'customer_id');
