-- A talk written down wrongly is mended or taken back, with a word why; what it was stays to be read.
alter table talk
  add column version integer not null default 1,
  add column taken_back_at timestamptz,
  drop constraint talk_city_id_customer_id_held_on_kind_key;
create unique index talk_once on talk (city_id, customer_id, held_on, kind) where taken_back_at is null;
comment on column talk.taken_back_at is 'It was written down by mistake: it counts no more.';
grant update on talk to tuttu_app;

create table talk_change (
  city_id text not null references city,
  talk_id uuid not null,
  version integer not null,
  kind text not null check (kind in ('firstInterview', 'followUp', 'supplementary', 'review')),
  held_on date not null,
  how text not null check (how in ('inPerson', 'phone', 'video')),
  how_why text not null default '',
  why text not null,
  person_id uuid not null,
  person_name text not null,
  at timestamptz not null,
  primary key (city_id, talk_id, version),
  foreign key (city_id, talk_id) references talk,
  foreign key (city_id, person_id) references city_person
);
comment on table talk_change is 'What a talk said before it was mended or taken back: that version of it, who changed it, when and why.';
call make_tenant_table('talk_change', 'select, insert, delete');
