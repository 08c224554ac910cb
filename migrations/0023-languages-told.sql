-- Languages told in the profile count where a challenge asks for languages, beside those told with the limits: one truth, read by one function.
create function languages_told(of_city text, of_customer uuid, spoken text[]) returns text[] language sql stable parallel safe as $$
  select array(
    select unnest(spoken)
    union
    select code from language_skill
    where city_id = of_city and customer_id = of_customer and hidden_at is null and removed_at is null
    order by 1)
$$;
comment on function languages_told is 'ISO 639 codes a customer has told that they speak: with their limits (spoken) or in their profile, at any level, not hidden and not removed.';

create trigger matching_change after insert or update or delete on language_skill
  for each row execute function note_matching_change('customer', 'customer_id');
-- Whoever has told languages in the profile is read anew.
insert into matching_change (city_id, kind, id)
select distinct city_id, 'customer', customer_id from language_skill on conflict do nothing;
