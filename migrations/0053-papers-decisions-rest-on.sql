-- A paper that a decision rests on stays until its day, also when its customer has asked to be erased.

create index document_file on document (city_id, file_id) where file_id is not null;

create function document_kept_until(of_city text, of_document uuid, today date) returns date language sql stable as $$
  select (d.given_at at time zone c.time_zone)::date + (
    select held.value from (
      select value, from_on, 1 as own from city_term where city_id = of_city and name = 'keep' || initcap(d.class) || 'Days' and from_on <= today
      union all
      select value, from_on, 0 from term where name = 'keep' || initcap(d.class) || 'Days' and from_on <= today) held
    order by held.own desc, held.from_on desc limit 1)
  from document d
  join city c on c.id = d.city_id
  join lateral (
    select g.keeps from document_ground g where g.id = d.ground and g.from_on <= d.created_at::date order by g.from_on desc limit 1) g on g.keeps
  where d.city_id = of_city and d.id = of_document and d.state = 'given'
    and exists (select from document_opening o where o.city_id = d.city_id and o.document_id = d.id and o.role = d.role)
$$;
comment on function document_kept_until is 'The last day a document stays whatever its customer asks: given because an authority asked by a law that keeps it, and opened by that authority. Null for any other.';

create function stored_file_kept_until(of_city text, of_file uuid, today date) returns date language sql stable as $$
  select max(document_kept_until(d.city_id, d.id, today)) from document d where d.city_id = of_city and d.file_id = of_file
$$;
comment on function stored_file_kept_until is 'The last day a file stays for the document it is. Null for any other.';
