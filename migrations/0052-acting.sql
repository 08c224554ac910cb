-- What an official has done for customers, in a list of their own: found by who did it, the newest first.
create index acted_for_official on acted_for (city_id, official_id, at desc);
