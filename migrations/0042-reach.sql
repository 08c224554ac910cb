-- Reaching everyone: a telephone number, what one wants to hear of and how, a log of what went to whom, text messages, letters, and what an
-- official does for a customer.
insert into term (name, from_on, value, source) values
  ('noticeQuietFromHour', '2026-01-01', 21, 'Tuttu: no text message after nine in the evening'),
  ('noticeQuietUntilHour', '2026-01-01', 7, 'Tuttu: nor before seven in the morning'),
  ('noticeDigestHour', '2026-01-01', 8, 'Tuttu: what goes together once a day goes in the morning'),
  ('noticeCoolMost', '2026-01-01', 6, 'Tuttu: so many of one kind one by one, then the rest together'),
  ('noticeCoolHours', '2026-01-01', 12, 'Tuttu: half a day, after which they come one by one again'),
  ('noticeFailuresMost', '2026-01-01', 3, 'Tuttu: one letter can get lost; three in a row mean that the address is wrong'),
  ('phoneCodeMinutes', '2026-01-01', 30, 'Tuttu: time to find the telephone, not to find it on the street'),
  ('phoneCodeTries', '2026-01-01', 5, 'Tuttu: five of a million numbers'),
  ('phoneCodesADay', '2026-01-01', 5, 'Tuttu: enough for somebody, too few to annoy somebody else');

create table reach (
  city_id text not null references city,
  person_id uuid not null,
  number text check (number ~ '^\+[1-9][0-9]{6,14}$'),
  confirmed_at timestamptz,
  code_hash bytea,
  code_until timestamptz,
  code_tries smallint not null default 0,
  quiet_from smallint check (quiet_from between 0 and 23),
  quiet_until smallint check (quiet_until between 0 and 23),
  quiet_mail boolean not null default false,
  version integer not null default 1,
  primary key (city_id, person_id),
  foreign key (city_id, person_id) references city_person,
  check (confirmed_at is null or number is not null),
  check ((quiet_from is null) = (quiet_until is null))
);
comment on table reach is 'How a person is reached beside e-mail: a telephone number, used once a code sent to it has come back, and the hours in which they want quiet.';
comment on column reach.quiet_from is 'Local hour, 0 to 23; null: as the city''s terms say. The same as quiet_until: no quiet hours.';
call make_tenant_table('reach', 'select, insert, update, delete');

create table notice_choice (
  city_id text not null references city,
  person_id uuid not null,
  about text not null,
  by_mail boolean not null,
  by_sms boolean not null,
  pace text not null check (pace in ('atOnce', 'daily')),
  primary key (city_id, person_id, about),
  foreign key (city_id, person_id) references city_person
);
comment on table notice_choice is 'By which ways a person wants to hear of what, and whether at once or together once a day. Without a row: by e-mail, at once.';
call make_tenant_table('notice_choice', 'select, insert, update, delete');

create table notice (
  city_id text not null references city,
  id uuid not null,
  event_id uuid not null,
  person_id uuid not null,
  kind text not null,
  about text not null,
  channel text not null check (channel in ('mail', 'sms', 'letter', 'none')),
  is_owed boolean not null default false,
  in_digest boolean not null default false,
  language text not null,
  subject text not null,
  body text not null,
  path text not null,
  made_at timestamptz not null,
  due_at timestamptz not null,
  carrier_id uuid,
  sent_at timestamptz,
  failed_at timestamptz,
  posted_by uuid,
  posted_name text not null default '',
  primary key (city_id, id),
  unique (city_id, event_id, person_id, channel),
  foreign key (city_id, person_id) references city_person,
  foreign key (city_id, posted_by) references city_person,
  check ((posted_by is null) = (channel <> 'letter' or sent_at is null))
);
create index notice_person on notice (city_id, person_id, made_at desc, id desc);
create index notice_due on notice (city_id, due_at) where carrier_id is null and sent_at is null and failed_at is null and channel in ('mail', 'sms');
create index notice_letters on notice (city_id, made_at) where channel = 'letter' and sent_at is null;
create index notice_carrier on notice (city_id, carrier_id) where carrier_id is not null;
comment on table notice is 'What was told to whom, by which way. Its state follows from its times: it waits, waits for the digest, was sent or posted, or did not arrive. ''none'': there was no way.';
comment on column notice.carrier_id is 'The mail or text message that carries it; a digest carries several.';
comment on column notice.is_owed is 'The law or plain fairness wants it told: it cannot be switched off.';
call make_tenant_table('notice', 'select, insert, update, delete');

create table sms (
  city_id text not null references city,
  id uuid not null,
  person_id uuid not null,
  to_number text not null,
  language text not null,
  is_code boolean not null default false,
  text text not null,
  secret_sealed bytea,
  created_at timestamptz not null,
  sent_at timestamptz,
  failed_at timestamptz,
  primary key (city_id, id),
  foreign key (city_id, person_id) references city_person
);
create index sms_person on sms (city_id, person_id, created_at desc);
create index sms_city on sms (city_id, created_at desc);
comment on table sms is 'Text messages: what was written to which number. A code to confirm a number is sealed, and forgotten once sent.';
call make_tenant_table('sms', 'select, insert, update, delete');

create table acted_for (
  city_id text not null references city,
  id uuid not null,
  customer_id uuid not null,
  official_id uuid not null,
  official_name text not null,
  official_role text not null,
  what text not null,
  path text not null,
  way text not null check (way in ('phone', 'desk')),
  reason text not null check (reason <> ''),
  at timestamptz not null,
  dispute text not null default '',
  disputed_at timestamptz,
  answer text not null default '',
  answered_at timestamptz,
  answered_by uuid,
  answered_name text not null default '',
  version integer not null default 1,
  primary key (city_id, id),
  foreign key (city_id, customer_id) references customer,
  foreign key (city_id, official_id) references city_person,
  foreign key (city_id, answered_by) references city_person,
  check (answered_at is null or disputed_at is not null)
);
create index acted_for_customer on acted_for (city_id, customer_id, at desc);
create index acted_for_disputed on acted_for (city_id, customer_id) where disputed_at is not null and answered_at is null;
comment on table acted_for is 'What an official did for a customer who was on the telephone or at the desk, with why. The customer is told at once, and can say that it is not so.';
call make_tenant_table('acted_for', 'select, insert, update, delete');
