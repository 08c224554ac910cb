-- What a business was told about people near stays what it was told that day: people who come or go are not seen in it.
delete from count_asked;
alter table count_asked add column answer jsonb not null;
comment on table count_asked is 'A hash of each different question a business has asked about people near on a day, and the bands it was told. Kept for a day.';
