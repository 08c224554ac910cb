-- Matching reads how well something can be done, and how well it is wanted; what is hidden is in no index it uses.
drop index know_how_skill;
create index know_how_skill on know_how (city_id, skill_id, customer_id) include (level) where state = 'kept' and hidden_at is null;
drop index challenge_need_skill;
create index challenge_need_skill on challenge_need (city_id, skill_id) include (challenge_id, weight, level);
