-- The customer invites somebody to chosen parts of their plan: a professional with an account, or anybody by a link, for a purpose and until a day.
insert into term (name, from_on, value, source) values
  ('invitationDays', '2026-01-01', 90, 'Tuttu: about as long as one season of a plan; the customer sets it as they like'),
  ('invitationDaysMost', '2026-01-01', 366, 'Tuttu: once a year one looks at who still sees what'),
  ('invitationsOpenMost', '2026-01-01', 20, 'Tuttu: as many people as one can keep in mind');

create table invitation (
  city_id text not null references city,
  id uuid not null,
  customer_id uuid not null,
  invitee_id uuid,
  invitee_role text check (invitee_role in ('adviser', 'socialWorker', 'coordinator', 'facilitator')),
  invitee_name text not null,
  relation text not null default '',
  secret_hash bytea,
  name_shown text not null default 'fullName' check (name_shown in ('fullName', 'firstName')),
  purpose text not null,
  until_on date not null,
  proposed_by uuid,
  proposed_name text not null default '',
  proposed_role text check (proposed_role in ('adviser', 'socialWorker')),
  created_at timestamptz not null,
  agreed_at timestamptz,
  declined_at timestamptz,
  word text not null default '',
  ended_at timestamptz,
  ended_by text check (ended_by in ('customer', 'proposer', 'invited')),
  version integer not null default 1,
  primary key (city_id, id),
  unique (city_id, secret_hash),
  foreign key (city_id, customer_id) references customer,
  foreign key (city_id, invitee_id) references city_person,
  foreign key (city_id, proposed_by) references city_person,
  check ((invitee_id is null) = (invitee_role is null)),
  check ((proposed_by is null) = (proposed_role is null)),
  check ((ended_at is null) = (ended_by is null)),
  check (agreed_at is null or declined_at is null)
);
create index invitation_customer on invitation (city_id, customer_id, created_at desc);
create index invitation_invitee on invitation (city_id, invitee_id, created_at desc) where invitee_id is not null;
create index invitation_proposer on invitation (city_id, proposed_by, customer_id) where proposed_by is not null;
comment on table invitation is 'Whom a customer lets see chosen parts of their plan, what for and until which day; also what a professional proposes to them. Its state follows from its times.';
comment on column invitation.invitee_id is 'A professional, who sees it acting in invitee_role; null for who has the link.';
comment on column invitation.relation is 'What who has the link is to the customer, in the customer''s words.';
comment on column invitation.secret_hash is 'Of the secret the link ends in; the secret itself is kept nowhere.';
comment on column invitation.word is 'What the customer said with a no, or with a yes.';
call make_tenant_table('invitation', 'select, insert, update, delete');

create table invitation_part (
  city_id text not null references city,
  invitation_id uuid not null,
  place smallint not null,
  part text not null check (part in ('goal', 'steps', 'section')),
  stage text,
  section_id uuid,
  primary key (city_id, invitation_id, place),
  foreign key (city_id, invitation_id) references invitation on delete cascade,
  foreign key (city_id, section_id) references plan_section,
  check ((part = 'section') = (section_id is not null)),
  check (part = 'steps' or stage is null)
);
create index invitation_part_section on invitation_part (city_id, section_id) where section_id is not null;
comment on table invitation_part is 'What an invitation shows: the goal, agreed steps (all, or those that lead to one stage), a section of the plan.';
call make_tenant_table('invitation_part', 'select, insert, update, delete');
