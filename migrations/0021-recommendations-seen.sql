-- Up to when a customer has looked at what was recommended to them: what has come since is new.
create table matching_look (
  city_id text not null references city,
  customer_id uuid not null,
  up_to timestamptz not null,
  primary key (city_id, customer_id),
  foreign key (city_id, customer_id) references customer
);
comment on table matching_look is 'Written when a customer says they have looked, never by a page being opened. Decides what is called new to them, and nothing else.';
call make_tenant_table('matching_look', 'select, insert, update');
