-- Steps of many authors: ideas, what is under way, dropped and ended; who else does it, where, what stage it leads to, and what shows that it is done.
alter table step
  drop constraint step_state_check,
  drop constraint step_owner_check,
  alter column due_on drop not null,
  add column owner_name text not null default '',
  add column place text not null default '',
  add column link text not null default '' check (link = '' or link ~ '^https?://'),
  add column stage text check (stage in ('starting', 'workshop', 'cooperative', 'subsidised', 'open', 'afterCare')),
  add column evidence text not null default '',
  add column evidence_link text not null default '' check (evidence_link = '' or evidence_link ~ '^https?://'),
  add column only_mine boolean not null default false,
  add constraint step_state_check
    check (state in ('idea', 'proposed', 'agreed', 'doing', 'done', 'dropped', 'ended', 'declined', 'withdrawn')),
  add constraint step_owner_check check (owner in ('customer', 'adviser', 'socialWorker', 'named')),
  add constraint step_owner_name_check check ((owner = 'named') = (owner_name <> '')),
  add constraint step_due_check check (due_on is not null or state in ('idea', 'dropped')),
  add constraint step_only_mine_check check (not only_mine or state in ('idea', 'dropped'));
comment on column step.owner_name is 'Who does it, in words, where it is none of the sides.';
comment on column step.only_mine is 'An idea the customer keeps to themselves: no professional finds it. Once shown it stays shown.';
create index step_due on step (city_id, customer_id, due_on) where state in ('agreed', 'doing');

alter table step_version
  alter column due_on drop not null,
  add column owner_name text not null default '',
  add column place text not null default '',
  add column link text not null default '',
  add column stage text,
  add column evidence text not null default '',
  add column evidence_link text not null default '',
  add column only_mine boolean not null default false;
comment on column step_version.only_mine is 'Made while the step was the customer''s alone: shown to nobody else, also after the step is shown.';
