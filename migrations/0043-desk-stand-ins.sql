-- While an adviser is away another one stands in: for those days only, and what they do is told as theirs.
alter table caseload
  add column stand_in_id uuid,
  add column stand_in_from date,
  add column stand_in_until date,
  add foreign key (city_id, stand_in_id) references city_person,
  add check ((stand_in_id is null) = (stand_in_from is null) and (stand_in_id is null) = (stand_in_until is null)),
  add check (stand_in_until >= stand_in_from),
  add check (stand_in_id <> adviser_id);
create index caseload_stand_in on caseload (city_id, stand_in_id) where to_on is null and stand_in_id is not null;
comment on column caseload.stand_in_id is 'Who stands in for the professional from stand_in_from to stand_in_until, both days included. Whether they do today is derived.';
