-- How well, in the customer's own view; what they hide for now; and how well a business's need wants it.
alter table know_how
  add column level smallint check (level between 1 and 4),
  add column level_words text not null default '',
  add column hidden_at timestamptz;
comment on column know_how.level is '1 I have begun, 2 with some help, 3 on my own, 4 I can guide others; null when not told.';
comment on column know_how.level_words is 'How well, in the customer''s own words.';
comment on column know_how.hidden_at is 'Since when the customer hides it: nobody else is shown it, and nothing is matched by it.';

alter table challenge_need add column level smallint check (level between 1 and 4);
comment on column challenge_need.level is 'How well it is wanted, in the steps of know_how.level; null when it does not matter.';
