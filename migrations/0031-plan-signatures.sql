-- Signatures: who agreed to the whole plan, as it was.
create table plan_signature (
  city_id text not null references city,
  id uuid not null,
  customer_id uuid not null,
  party text not null check (party in ('customer', 'employment', 'wellbeing', 'kela')),
  version integer not null check (version > 0),
  sha256 bytea not null check (length(sha256) = 32),
  parts jsonb not null,
  person_id uuid not null,
  person_name text not null,
  role text not null,
  on_paper_by text,
  signed_at timestamptz not null,
  primary key (city_id, id),
  foreign key (city_id, customer_id) references customer,
  foreign key (city_id, person_id) references city_person,
  check (on_paper_by is null or party = 'kela')
);
create index plan_signature_customer on plan_signature (city_id, customer_id, party, signed_at desc);
comment on table plan_signature is 'A party''s signature of a plan as it was: a version, its sha256, and of each part which version and sha256. A part that changes later is not signed any more. Never changed; goes with the plan when its time is over.';
comment on column plan_signature.version is 'Of the plan as a whole: one more each time its content is signed that was not before.';
comment on column plan_signature.on_paper_by is 'Who signed on paper, where the party has nobody in Tuttu; person_id is who saw the paper.';
call make_tenant_table('plan_signature', 'select, insert, delete');
