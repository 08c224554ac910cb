-- Documents a professional asks for and a customer gives: by which law, for how long, seen by whom, opened by whom.
insert into term (name, from_on, value, source) values
  ('keepCertificateDays', '2026-01-01', 1095, 'Tuttu: three years, in which a certificate is asked for again; to be confirmed by the city''s information management plan (Act 906/2019, section 21)'),
  ('keepStatementDays', '2026-01-01', 365, 'Tuttu: a statement of health or ability is old in a year; to be confirmed by the city''s information management plan (Act 906/2019, section 21)'),
  ('keepDecisionDays', '2026-01-01', 1825, 'Tuttu: five years; to be confirmed by the city''s information management plan (Act 906/2019, section 21)'),
  ('keepOtherDays', '2026-01-01', 365, 'Tuttu: a year; to be confirmed by the city''s information management plan (Act 906/2019, section 21)');

create table document_ground (
  id text not null check (id in ('plan', 'decision', 'jointPlan')),
  from_on date not null,
  law text not null,
  about jsonb not null,
  keeps boolean not null,
  source text not null,
  confidence text not null check (confidence in ('seen', 'partly', 'notChecked')),
  unchecked text not null default '',
  primary key (id, from_on)
);
comment on table document_ground is 'By which law a document can be asked for, from a day on. Not personal data.';
comment on column document_ground.about is 'In plain words, in each language.';
comment on column document_ground.keeps is 'What is given stays its whole time, because a decision rests on it; else the customer deletes it when they like.';
comment on column document_ground.unchecked is 'Which of the row''s facts nobody has checked against the law yet.';
grant select on document_ground to tuttu_app;

insert into document_ground (id, from_on, law, about, keeps, source, confidence, unchecked) values
  ('plan', '2025-01-01', '380/2023',
   '{"fi": "Suunnitelma tehdään sinun tilanteestasi, ja se pitää tuntea. Voit poistaa asiakirjan, milloin haluat.",
     "sv": "Planen görs utifrån din situation, och den behöver man känna till. Du kan ta bort dokumentet när du vill.",
     "en": "The plan is made from your situation, and that has to be known. You can delete the document whenever you like."}',
   false, 'Act 380/2023: the plan and the need for services', 'notChecked', 'section'),
  ('jointPlan', '2025-01-01', '381/2023',
   '{"fi": "Usean viranomaisen yhteinen suunnitelma tehdään sinun tilanteestasi. Voit poistaa asiakirjan, milloin haluat.",
     "sv": "Flera myndigheters gemensamma plan görs utifrån din situation. Du kan ta bort dokumentet när du vill.",
     "en": "The joint plan of several authorities is made from your situation. You can delete the document whenever you like."}',
   false, 'Act 381/2023: the multisectoral plan', 'notChecked', 'section'),
  ('decision', '2004-01-01', '434/2003',
   '{"fi": "Sinua koskeva päätös perustuu tähän asiakirjaan. Siksi se säilyy koko aikansa, etkä voi poistaa sitä aiemmin.",
     "sv": "Ett beslut om dig grundar sig på det här dokumentet. Därför bevaras det hela sin tid och du kan inte ta bort det tidigare.",
     "en": "A decision about you rests on this document. That is why it stays its whole time, and you cannot delete it earlier."}',
   true, 'Administrative Procedure Act 434/2003, section 31: the authority sees to it that a matter is looked into', 'partly', 'keeps');

create table document (
  city_id text not null references city,
  id uuid not null,
  customer_id uuid not null,
  role text check (role in ('adviser', 'socialWorker')),
  asked_by uuid,
  asked_name text not null default '',
  title text not null,
  why text not null default '',
  ground text check (ground in ('plan', 'decision', 'jointPlan')),
  class text not null check (class in ('certificate', 'statement', 'decision', 'other')),
  until_on date,
  state text not null check (state in ('asked', 'notHad', 'given', 'withdrawn', 'deleted')),
  word text not null default '',
  shown_to text[] not null default '{}' check (shown_to <@ array['adviser', 'socialWorker']),
  file_id uuid,
  given_at timestamptz,
  deleted_by text check (deleted_by in ('customer', 'time')),
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (city_id, id),
  foreign key (city_id, customer_id) references customer,
  foreign key (city_id, asked_by) references city_person,
  foreign key (city_id, file_id) references stored_file on delete set null (file_id),
  check ((role is null) = (asked_by is null) and (role is null) = (ground is null)),
  check ((state = 'deleted') = (deleted_by is not null)),
  check (state <> 'given' or given_at is not null)
);
create index document_customer on document (city_id, customer_id, created_at desc);
create index document_asked on document (city_id, asked_by) where state in ('asked', 'notHad', 'given');
create index document_given on document (city_id, given_at) where state = 'given';
comment on table document is 'A document a professional has asked a customer for, or the customer has offered unasked; the file it became. How long it stays follows from its class and the city''s terms.';
comment on column document.role is 'As what it was asked for: each authority sees its own requests. Null for one offered unasked.';
comment on column document.word is 'Why the customer has not got it, in their words.';
comment on column document.shown_to is 'Whose professionals the customer lets open it, of those who look after them.';
call make_tenant_table('document', 'select, insert, update, delete');

create table document_opening (
  city_id text not null references city,
  id uuid not null,
  document_id uuid not null,
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  role text not null,
  primary key (city_id, id),
  foreign key (city_id, document_id) references document on delete cascade,
  foreign key (city_id, person_id) references city_person
);
create index document_opening_of on document_opening (city_id, document_id, at desc);
comment on table document_opening is 'Each time a professional has opened a document: shown to its customer by name.';
call make_tenant_table('document_opening', 'select, insert, delete');
