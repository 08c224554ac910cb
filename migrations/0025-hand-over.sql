-- What a customer asked a person to look at can be handed over to another adviser, who cannot answer or is late.
create table person_ask_hand_over (
  city_id text not null references city,
  ask_id uuid not null,
  version integer not null,
  customer_id uuid not null,
  to_id uuid not null,
  to_name text not null,
  why text not null,
  by_id uuid not null,
  by_name text not null,
  by_role text not null,
  at timestamptz not null,
  primary key (city_id, ask_id, version),
  foreign key (city_id, ask_id) references person_ask,
  foreign key (city_id, customer_id) references customer,
  foreign key (city_id, to_id) references city_person,
  foreign key (city_id, by_id) references city_person
);
create index person_ask_hand_over_to on person_ask_hand_over (city_id, to_id);
comment on table person_ask_hand_over is 'Each time an ask was handed over to another adviser: by whom, and the word why its customer and the new one see. The last counts, while who has it is an adviser; else the ask is again with who advises the customer, or gives advisers.';
comment on column person_ask_hand_over.version is 'The version of the ask this made.';
call make_tenant_table('person_ask_hand_over', 'select, insert');
