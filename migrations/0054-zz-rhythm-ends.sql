-- A city can end a rhythm of its own from a day on: what it decided then is that there is none.
alter table city_process_rule alter column every drop not null;
comment on column city_process_rule.every is 'Null: from this day on the city adds nothing.';
