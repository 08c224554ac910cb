-- Open jobs without a fixed place; needs that come from the occupation an advert names; and how far a reading of them is.
alter table job_advert add column is_anywhere boolean not null default false;
comment on column job_advert.is_anywhere is 'No fixed place, or the employee chooses it: it has no limit of area.';
alter table job_advert_need add column occupation text check (occupation <> '');
comment on column job_advert_need.occupation is 'The ESCO URI of the occupation the advert names and this need comes from; null for one named or found in its words.';
alter table advert_feed add column reading_count integer, add column reading_of integer;
comment on column advert_feed.reading_count is 'How many adverts the reading that goes on has read; null when none does.';
comment on column advert_feed.reading_of is 'How many there are, where the source has told.';
