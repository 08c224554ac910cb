-- Documents a customer brings (a CV, Europass, a profile from elsewhere): kept until read, and what was found until decided.
create table bring_keeping (
  from_on date primary key,
  file_minutes integer not null check (file_minutes between 1 and 1440),
  text_days integer not null check (text_days between 1 and 365),
  why text not null
);
comment on table bring_keeping is 'How long a brought file waits to be read at most, and how long what was found waits for the customer. The latest row whose day has come is in force. Not personal data.';
insert into bring_keeping values
  ('2026-01-01', 60, 30, 'A file is read in seconds; an hour outlasts a restart. A month is long enough to decide in peace (GDPR, Article 5(1)(e)).');
grant select, insert, update on bring_keeping to tuttu_app;

create table bring (
  city_id text not null references city,
  id uuid not null,
  customer_id uuid not null,
  name text not null,
  language text not null check (language in ('fi', 'sv', 'en')),
  digest bytea not null,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (city_id, id),
  foreign key (city_id, customer_id) references customer
);
create index bring_customer on bring (city_id, customer_id, created_at);
comment on table bring is 'A document a customer has brought. Goes with all that was found in it when they delete it, or after bring_keeping.text_days.';
comment on column bring.name is 'What its file was called, as the browser said. Never a path of ours.';
comment on column bring.language is 'The customer''s own, for a document that shows none.';
comment on column bring.digest is 'A keyed hash of its bytes: the same file brought twice is read once.';
call make_tenant_table('bring', 'select, insert, update, delete');

create table bring_part (
  city_id text not null references city,
  bring_id uuid not null,
  no integer not null,
  sealed bytea not null,
  primary key (city_id, bring_id, no),
  foreign key (city_id, bring_id) references bring on delete cascade
);
comment on table bring_part is 'The bytes of a document that waits to be read, sealed, in order. Deleted when it has been read, or after bring_keeping.file_minutes.';
call make_tenant_table('bring_part', 'select, insert, delete');

create table bring_reading (
  city_id text not null references city,
  bring_id uuid not null,
  state text not null default 'waiting' check (state in ('waiting', 'reading', 'looking', 'ready', 'failed', 'done')),
  kind text check (kind in ('pdf', 'docx', 'odt', 'text', 'europassXml', 'europassJson', 'jobMarket', 'tuttu')),
  language text check (language in ('fi', 'sv', 'en')),
  wrong text,
  page integer not null default 0,
  pages integer not null default 0,
  tries integer not null default 0,
  left_out text[] not null default '{}',
  paragraphs jsonb not null default '[]',
  primary key (city_id, bring_id),
  foreign key (city_id, bring_id) references bring on delete cascade
);
comment on table bring_reading is 'How the reading of a document goes, and its text without what is private, until the customer has decided.';
comment on column bring_reading.wrong is 'Why it could not be read, in state failed.';
comment on column bring_reading.left_out is 'What kinds of private things were left out of the text.';
comment on column bring_reading.paragraphs is 'A list of {page, no, part, text}; empty again once everything is decided.';
call make_tenant_table('bring_reading', 'select, insert, update, delete');

create table bring_proposal (
  city_id text not null references city,
  id uuid not null,
  bring_id uuid not null,
  no integer not null,
  kind text not null check (kind in ('knowHow', 'experience', 'language', 'licence', 'wishes', 'limits')),
  state text not null default 'open' check (state in ('open', 'taken', 'left')),
  what jsonb not null,
  places jsonb not null default '[]',
  primary key (city_id, id),
  foreign key (city_id, bring_id) references bring on delete cascade
);
create index bring_proposal_bring on bring_proposal (city_id, bring_id, no);
comment on table bring_proposal is 'One thing found in a document, for its bringer to take, change or leave. Deleted when all are decided.';
comment on column bring_proposal.what is 'The thing, as in the portable profile.';
comment on column bring_proposal.places is 'A list of {at, spans}: the paragraph by its place in bring_reading.paragraphs, and the words in it.';
call make_tenant_table('bring_proposal', 'select, insert, update, delete');
