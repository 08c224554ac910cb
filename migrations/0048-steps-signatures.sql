-- Steps: who signed which version by agreeing to it, and for how long a step that was left is told of.
insert into term (name, from_on, value, source) values
  ('stepLeftDays', '2026-01-01', 7, 'Tuttu: a week, so that also who opens Tuttu once a week hears of a step that was left');

create table step_signature (
  city_id text not null references city,
  step_id uuid not null,
  version integer not null check (version > 0),
  side text not null check (side in ('customer', 'adviser', 'socialWorker')),
  sha256 bytea not null check (length(sha256) = 32),
  person_id uuid not null,
  person_name text not null,
  role text not null,
  signed_at timestamptz not null,
  primary key (city_id, step_id, version, side),
  foreign key (city_id, step_id) references step,
  foreign key (city_id, person_id) references city_person
);
comment on table step_signature is 'Who signed a version of a step: who proposed it and who agreed to it, written when they agree. Never changed; goes with the step when its time is over.';
comment on column step_signature.version is 'The version that was proposed and read.';
comment on column step_signature.sha256 is 'Of what the step said, as in the parts of a signed plan.';
call make_tenant_table('step_signature', 'select, insert, delete');
