-- A customer asks a person to look; the person answers and may decide otherwise than the score. And a log of suggestions nobody can change unseen.
insert into term (name, from_on, value, source) values
  ('askPersonDays', '2026-01-01', 5, 'Tuttu: in a working week somebody has looked; Administrative Procedure Act 434/2003, section 23, asks for no undue delay');

create table person_ask (
  city_id text not null references city,
  id uuid not null,
  customer_id uuid not null,
  about text not null check (about in ('skill', 'match', 'general')),
  suggestion_id uuid,
  skill_id integer references skill,
  challenge_id uuid,
  words text not null,
  shows_words boolean not null default false,
  asked_at timestamptz not null,
  due_on date not null,
  answer text not null default '',
  answered_at timestamptz,
  answered_by uuid,
  answered_name text not null default '',
  answered_role text not null default '',
  withdrawn_at timestamptz,
  seen_at timestamptz,
  version integer not null default 1,
  primary key (city_id, id),
  foreign key (city_id, customer_id) references customer,
  foreign key (city_id, suggestion_id) references suggestion_log on delete set null (suggestion_id),
  foreign key (city_id, challenge_id) references challenge,
  foreign key (city_id, answered_by) references city_person,
  check ((about = 'skill') = (skill_id is not null)),
  check ((about = 'match') = (challenge_id is not null)),
  check (answered_at is null or withdrawn_at is null)
);
create index person_ask_customer on person_ask (city_id, customer_id, asked_at desc);
create index person_ask_suggestion on person_ask (city_id, suggestion_id) where suggestion_id is not null;
create index person_ask_open on person_ask (city_id, due_on) where answered_at is null and withdrawn_at is null;
create unique index person_ask_once on person_ask (city_id, customer_id, about, coalesce(skill_id, 0), coalesce(challenge_id, '00000000-0000-0000-0000-000000000000'))
  where answered_at is null and withdrawn_at is null and about <> 'general';
comment on table person_ask is 'A customer asks a person to look at a suggestion, a match, or what was not found: in their words, until when, and the answer. Its state follows from its times. Who has it is who advises the customer today, or gives advisers.';
comment on column person_ask.suggestion_id is 'The row of the log asked about, which says with which parts it was shown; null once that is forgotten.';
comment on column person_ask.shows_words is 'The customer also shows the words of theirs it was found in, as long as the ask is open.';
call make_tenant_table('person_ask', 'select, insert, update');

create table person_proposal (
  city_id text not null references city,
  id uuid not null,
  ask_id uuid not null,
  customer_id uuid not null,
  challenge_id uuid not null,
  place text not null check (place in ('added', 'first', 'last')),
  why text not null,
  by_id uuid not null,
  by_name text not null,
  by_role text not null,
  made_at timestamptz not null,
  left_at timestamptz,
  version integer not null default 1,
  primary key (city_id, id),
  foreign key (city_id, ask_id) references person_ask,
  foreign key (city_id, customer_id) references customer,
  foreign key (city_id, challenge_id) references challenge,
  foreign key (city_id, by_id) references city_person
);
create unique index person_proposal_standing on person_proposal (city_id, customer_id, challenge_id) where left_at is null;
create index person_proposal_ask on person_proposal (city_id, ask_id);
comment on table person_proposal is 'A person puts a challenge among what a customer is shown, first, or last, and says why. It stands until its customer leaves it out, or a later one of the same challenge comes in its place.';
call make_tenant_table('person_proposal', 'select, insert, update');

-- Each row of the log carries a seal over what must never change in it. Who saw it and what was decided come later, and a deleted text takes its hash along.
alter table suggestion_log add column seal bytea;
comment on column suggestion_log.seal is 'sha256 over what was logged: a row that was changed by hand no longer fits it.';
create index suggestion_log_skill on suggestion_log (city_id, customer_id, skill_id, made_at desc) where kind = 'skill';

create function suggestion_seal(logged suggestion_log) returns bytea language sql stable as $$
  select sha256(convert_to(concat_ws('|', logged.city_id, logged.id, logged.customer_id, logged.kind, coalesce(logged.skill_id::text, '-'),
    coalesce(logged.challenge_id::text, '-'), coalesce(logged.source_id::text, '-'), logged.vocabulary_version, coalesce(logged.vectors_version, '-'),
    coalesce(logged.score::text, '-'), logged.parts::text, extract(epoch from logged.made_at)::text), 'UTF8'))
$$;

-- What is there already is sealed too, in every city: row security would hide it from its owner.
alter table suggestion_log no force row level security;
update suggestion_log set seal = suggestion_seal(suggestion_log);
alter table suggestion_log force row level security;

create function seal_suggestion() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    -- An outside model's view comes once, before the decision: the parts are then what they gave to the new score.
    if old.decision is null and not old.parts ? 'outsideModel' and new.parts ? 'outsideModel' and old.kind = 'skill' then
      new.seal := null;
      new.seal := suggestion_seal(new);
    end if;
    if new.seal is distinct from suggestion_seal(new) then raise exception 'what was suggested is not changed afterwards'; end if;
    if new.input_hash is distinct from old.input_hash and new.input_hash is not null then
      raise exception 'the hash of an input is not changed afterwards';
    end if;
    return new;
  end if;
  new.seal := suggestion_seal(new);
  return new;
end $$;
create trigger suggestion_seal before insert or update on suggestion_log for each row execute function seal_suggestion();
alter table suggestion_log alter column seal set not null;

alter table recommendation add column made_of bytea;
comment on column recommendation.made_of is 'sha256 of the input, versions and parts it was made of when it was logged last: a night that finds the same logs nothing.';
