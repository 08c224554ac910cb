-- Vouching: whom a customer asks, what they answer, what is offered as evidence; a city's terms as dated rows; letters to people without an account.

-- Numbers a city decides, such as how long a link holds: what applies to all from which day, and where a city has decided otherwise.
create table term (
  name text not null,
  from_on date not null,
  value integer not null,
  source text not null,
  primary key (name, from_on)
);
comment on table term is 'Terms that hold in every city unless the city decides otherwise (city_term). Not personal data.';
grant select on term to tuttu_app;
insert into term (name, from_on, value, source) values
  ('vouchLinkDays', '2026-01-01', 30, 'Tuttu: a month is long enough to answer, and short for a link that opens without an account'),
  ('vouchLettersMost', '2026-01-01', 3, 'Tuttu: nobody is written to more often for one thing'),
  ('vouchAsksADay', '2026-01-01', 10, 'Tuttu: people ask a few; a list of strangers is something else'),
  ('vouchAddressDays', '2026-01-01', 30, 'Tuttu: how long after a link has run out the address it went to is kept');

create table city_term (
  city_id text not null references city,
  name text not null,
  from_on date not null,
  value integer not null,
  source text not null,
  primary key (city_id, name, from_on)
);
comment on table city_term is 'What a city has decided of a term, from which day, and where that stands. Not personal data.';
call make_tenant_table('city_term', 'select, insert, update');

-- A letter to somebody without an account has no person. Its link's secret stands in it sealed until it is sent, and is then forgotten.
alter table mail
  alter column person_id drop not null,
  add column to_name text,
  add column secret_sealed bytea,
  add constraint mail_to check (person_id is not null or to_name is not null);
comment on column mail.to_name is 'How somebody without an account is called; null for a person of the city.';
comment on column mail.secret_sealed is 'The secret of the link in the letter, encrypted; forgotten when it is sent.';

create table vouch_request (
  city_id text not null references city,
  id uuid not null,
  customer_id uuid not null,
  relation text not null check (relation in ('adviser', 'employer', 'colleague', 'teacher', 'other')),
  asked_name text not null,
  letter_email text,
  adviser_id uuid,
  is_offered boolean not null default false,
  name_shown text not null,
  what_for text not null default '',
  message text not null default '',
  language text not null check (language in ('fi', 'sv', 'en')),
  secret_hash bytea,
  open_until timestamptz,
  letters integer not null default 0,
  letter_at timestamptz,
  voucher_name text not null default '',
  voucher_role text not null default '',
  version integer not null default 1,
  created_at timestamptz not null,
  asked_at timestamptz,
  answered_at timestamptz,
  ended_at timestamptz,
  primary key (city_id, id),
  unique (city_id, secret_hash),
  foreign key (city_id, customer_id) references customer,
  foreign key (city_id, adviser_id) references city_person
);
create index vouch_request_customer on vouch_request (city_id, customer_id);
create index vouch_request_adviser on vouch_request (city_id, adviser_id) where adviser_id is not null;
create index vouch_request_email on vouch_request (city_id, letter_email) where letter_email is not null;
comment on table vouch_request is 'Whom a customer asks to vouch for some of their skills, with what words; or what an adviser offers by themselves. Its state follows from its times.';
comment on column vouch_request.asked_name is 'The person asked, as the customer calls them.';
comment on column vouch_request.letter_email is 'Where letters with the link go; forgotten when there is nothing left to answer or take back.';
comment on column vouch_request.secret_hash is 'Of the link''s secret; a new link ends the one before.';
comment on column vouch_request.voucher_name is 'As the person who answered wants to be shown; empty until they have said they have seen something.';
call make_tenant_table('vouch_request', 'select, insert, update, delete');

create table vouching (
  city_id text not null references city,
  id uuid not null,
  request_id uuid not null,
  customer_id uuid not null,
  skill_id integer not null references skill,
  place smallint not null default 0,
  state text not null check (state in ('asked', 'cannotSay', 'declined', 'offered', 'accepted', 'left', 'removed', 'withdrawn')),
  how text not null default '',
  since text not null default '',
  until text not null default '',
  answered_at timestamptz,
  decided_at timestamptz,
  withdrawn_at timestamptz,
  version integer not null default 1,
  primary key (city_id, id),
  unique (city_id, request_id, skill_id),
  foreign key (city_id, request_id) references vouch_request on delete cascade,
  foreign key (city_id, customer_id) references customer
);
create index vouching_customer on vouching (city_id, customer_id);
comment on column vouching.place is 'The order the skills were asked in.';
comment on table vouching is 'One skill in a request: what the person asked says of it, and what the customer does with that. Only what is accepted is shown to others.';
call make_tenant_table('vouching', 'select, insert, update, delete');

create table evidence (
  city_id text not null references city,
  id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('gig', 'workshopRole', 'teamResult', 'step')),
  source_id uuid not null,
  title text not null,
  happened_on date not null,
  confirmed_by text not null default '',
  confirmed_as text not null default '',
  state text not null check (state in ('offered', 'accepted', 'left', 'removed')),
  version integer not null default 1,
  created_at timestamptz not null,
  decided_at timestamptz,
  primary key (city_id, id),
  unique (city_id, customer_id, kind, source_id),
  foreign key (city_id, customer_id) references customer
);
comment on table evidence is 'Something completed that shows what a customer can: offered by what was completed, taken into skills or left by the customer.';
comment on column evidence.source_id is 'The gig, role, result or step it comes from; one offers once.';
comment on column evidence.confirmed_by is 'Who says that it is done, by name; empty when nobody but the customer does.';
call make_tenant_table('evidence', 'select, insert, update');

create table evidence_skill (
  city_id text not null references city,
  evidence_id uuid not null,
  skill_id integer not null references skill,
  is_chosen boolean not null default false,
  primary key (city_id, evidence_id, skill_id),
  foreign key (city_id, evidence_id) references evidence
);
comment on table evidence_skill is 'Skills that a completed thing may show, and those the customer chose.';
call make_tenant_table('evidence_skill', 'select, insert, update, delete');
