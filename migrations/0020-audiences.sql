-- Who is shown what of a profile, part by part: one way for the adviser, businesses and each link. What was chosen before is kept.
create table profile_audience (
  city_id text not null references city,
  id uuid not null,
  customer_id uuid not null,
  audience text not null check (audience in ('adviser', 'business', 'link')),
  version integer not null default 1,
  primary key (city_id, id),
  foreign key (city_id, customer_id) references customer
);
create unique index profile_audience_one on profile_audience (city_id, customer_id, audience) where audience <> 'link';
comment on table profile_audience is 'Whom a customer has chosen what to show: their adviser, businesses after a yes, or whoever has a link. The adviser''s also needs the consent adviserKnowHow.';
comment on column profile_audience.id is 'Of a link: the id of the link.';
call make_tenant_table('profile_audience', 'select, insert, update, delete');

create table profile_shown (
  city_id text not null references city,
  audience_id uuid not null,
  kind text not null check (kind in ('knowHow', 'experience', 'language', 'licence', 'wish')),
  item text not null,
  is_shown boolean not null,
  hidden_at timestamptz check (hidden_at is null or not is_shown),
  primary key (city_id, audience_id, kind, item),
  foreign key (city_id, audience_id) references profile_audience on delete cascade
);
comment on table profile_shown is 'Whether an audience is shown a part of a profile.';
comment on column profile_shown.item is 'The id of the part, of a wish a hash of its text; or *: all of its kind that no other row names, those told later too.';
comment on column profile_shown.hidden_at is 'Since when it is hidden from the audience: a card given to a business before shows it no more. Null for what was never shown.';
call make_tenant_table('profile_shown', 'select, insert, update, delete');

-- Row security holds the owner too: each city by itself.
do $$
declare
  one text;
begin
  for one in select id from city loop
    perform set_config('app.city', one, true);
    insert into profile_audience (city_id, id, customer_id, audience, version)
      select city_id, gen_random_uuid(), customer_id, audience, version from profile_share where city_id = one
      union all select city_id, id, customer_id, 'link', 1 from profile_link where city_id = one;
    insert into profile_shown (city_id, audience_id, kind, item, is_shown)
      select a.city_id, a.id, k.kind, '*', k.part = any(s.parts) or k.part = 'knowHow'
      from profile_share s
        join profile_audience a on a.city_id = s.city_id and a.customer_id = s.customer_id and a.audience = s.audience,
        (values ('knowHow', 'knowHow'), ('experiences', 'experience'), ('languages', 'language'), ('licences', 'licence'), ('wishes', 'wish')) as k (part, kind)
      where s.city_id = one
      union all
      select l.city_id, l.id, k.kind, '*', k.part = any(l.parts)
      from profile_link l,
        (values ('knowHow', 'knowHow'), ('experiences', 'experience'), ('languages', 'language'), ('licences', 'licence'), ('wishes', 'wish')) as k (part, kind)
      where l.city_id = one;
  end loop;
  perform set_config('app.city', '', true);
end $$;

drop table profile_share;
alter table profile_link drop column parts;
