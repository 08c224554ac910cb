-- A customer has an adviser of the employment authority, and can have a social worker of the wellbeing services county: two authorities, two caseloads.
alter table caseload add column kind text not null default 'adviser' check (kind in ('adviser', 'socialWorker'));
comment on column caseload.kind is 'As what the professional looks after the customer. A caseload counts only while its professional acts in this role.';

create table authority (
  city_id text not null references city,
  kind text not null check (kind in ('employment', 'wellbeing', 'kela')),
  name jsonb not null,
  version integer not null default 1,
  primary key (city_id, kind)
);
comment on table authority is 'The authorities a plan can have as parties in a city, by the names people know them by. Not personal data.';
insert into authority (city_id, kind, name)
  select id, 'employment', jsonb_build_object('fi', 'Työllisyyspalvelut, ' || (name ->> 'fi'), 'sv', 'Sysselsättningstjänsterna, ' || (name ->> 'sv'),
    'en', 'Employment services, ' || (name ->> 'en')) from city
  union all
  select id, 'wellbeing', '{"fi": "Hyvinvointialue", "sv": "Välfärdsområdet", "en": "Wellbeing services county"}' from city
  union all
  select id, 'kela', '{"fi": "Kela", "sv": "FPA", "en": "Kela"}' from city;
call make_tenant_table('authority', 'select, insert, update');
