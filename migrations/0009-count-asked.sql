-- Which questions about people near a business has asked today: bands told for many nearly alike questions would tell who is in them.
create table count_asked (
  city_id text not null references city,
  business_id uuid not null,
  on_day date not null,
  question text not null,
  primary key (city_id, business_id, on_day, question),
  foreign key (city_id, business_id) references business
);
comment on table count_asked is 'A hash of each different question a business has asked about people near on a day. Kept for a day.';
call make_tenant_table('count_asked', 'select, insert, delete');
