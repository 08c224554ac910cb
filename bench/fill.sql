-- Fills a migrated, empty database with made-up people for measuring. Run as the superuser, after the vocabulary is in `skill`,
-- with the cities wished for in the temporary table `wanted (city_id, nr, customers, advisers, businesses, challenges)`.
-- Foreign keys are not checked while it runs: every key below is made by made_id() from the same numbers.
set session_replication_role = replica;
set synchronous_commit = off;
set work_mem = '256MB';
select setseed(0.25);

-- A UUID version 7 of the n-th record of a kind in a city: the same whenever asked, ordered by n as by time.
create function pg_temp.made_id(kind text, nr int, n bigint) returns uuid language sql immutable as $$
  select overlay(overlay(overlay(md5(kind || nr::text || ' ' || n::text) placing '7' from 13) placing '8' from 17)
    placing lpad(to_hex(1735689600000 + n * 1000), 12, '0') from 1)::uuid $$;

-- Skills in an order of how common they are. A few are held by every fourth person, most by one in a thousand.
-- Half of what somebody can do lies near each other: every skill belongs to one of 40 fields by its place in the order.
create temp table common as select (row_number() over (order by md5(uri)))::int - 1 as place, id from skill where is_current;
create unique index on common (place);
analyze common;
create function pg_temp.drawn_place(field int, total bigint) returns int language sql volatile as $$
  select case when random() < 0.5 then floor(pow(random(), 2) * total)::int
              else field + 40 * floor(pow(random(), 2) * (total / 40))::int end $$;

create function pg_temp.made_name(n bigint) returns text language sql immutable as $$
  select (array['Aino','Eero','Helena','Ilmari','Johanna','Kalevi','Liisa','Mikael','Noora','Olavi','Päivi','Risto','Sanna','Timo','Ulla',
                'Veikko','Amina','Omar','Ingrid','Bo','Maria','Juhani','Anneli','Tapani','Kaarina','Matti','Elina','Pekka','Sofia'])[1 + n % 29]
      || ' ' ||
         (array['Korhonen','Virtanen','Mäkinen','Nieminen','Mäkelä','Hämäläinen','Laine','Heikkinen','Koskinen','Järvinen','Lehtonen',
                'Lehtinen','Saarinen','Salminen','Heinonen','Niemi','Lindström','Hassan','Nyström','Ali','Karlsson'])[1 + (n / 7) % 21] $$;

create temp table worker as
  select w.city_id, w.nr, n, pg_temp.made_id('customer person', w.nr, n) as person_id, 'customer' as role from wanted w, generate_series(1, w.customers) n
  union all
  select w.city_id, w.nr, n, pg_temp.made_id('adviser person', w.nr, n), 'adviser' from wanted w, generate_series(1, w.advisers) n
  union all
  select w.city_id, w.nr, n, pg_temp.made_id('contact person', w.nr, n), 'businessContact' from wanted w, generate_series(1, w.businesses) n;

insert into person (id, issuer, subject, language)
  select person_id, 'https://bench.invalid', person_id::text, (array['fi','fi','fi','fi','sv','en'])[1 + n % 6] from worker;
insert into person_city (person_id, city_id) select person_id, city_id from worker;
insert into city_person (city_id, person_id, name, email, language)
  select city_id, person_id, pg_temp.made_name(n), 'p' || n || '@bench.invalid', (array['fi','fi','fi','fi','sv','en'])[1 + n % 6] from worker;
insert into role_assignment (city_id, id, person_id, role, from_on)
  select city_id, pg_temp.made_id('role ' || role, nr, n), person_id, role, current_date - 400 from worker;

create temp table member as
  select city_id, nr, n, person_id, pg_temp.made_id('customer', nr, n) as customer_id, floor(random() * 40)::int as field,
         now() - random() * interval '300 days' as created_at
  from worker where role = 'customer';
analyze member;
create temp table area as
  select p.*, row_number() over () - 1 as place from unnest(array['Keskusta','Pohjoinen','Etelä','Itä','Länsi','Satama','Asema','Lahti']) p(name);

insert into customer (city_id, id, person_id, area, birth_year, gender, work_hours, spoken_languages, created_at)
  select city_id, customer_id, person_id, (select name from area where place = n % 8), 1960 + n % 45, (array['female','male'])[1 + n % 2],
         (array['any','any','any','days','days','evenings','weekends'])[1 + n % 7],
         case n % 6 when 4 then '{sv,fi}'::text[] when 5 then '{en}' else case when n % 2 = 0 then '{fi,en}' else '{fi}'::text[] end end, created_at
  from member;
insert into consent (city_id, id, customer_id, what, given_at)
  select city_id, pg_temp.made_id('consent ' || what, nr, n), customer_id, what, created_at
  from member, (values ('matching', 8, 1), ('adviserKnowHow', 7, 7)) w(what, tenths, turn) where (n / turn) % 10 < tenths;
insert into caseload (city_id, id, adviser_id, customer_id, from_on)
  select m.city_id, pg_temp.made_id('caseload', m.nr, n), pg_temp.made_id('adviser person', m.nr, 1 + (n - 1) % w.advisers), customer_id, created_at::date
  from member m join wanted w using (city_id);

insert into story (city_id, id, customer_id, text, language, created_at, changed_at)
  select city_id, pg_temp.made_id('story', nr, n), customer_id,
         'Olen hoitanut äitiäni kotona viisi vuotta ja järjestänyt kyläjuhlat joka kesä. Kaupassa olin kassalla, tilasin tavaraa ja neuvoin asiakkaita. '
         || 'Autan naapureita tietokoneen ja paperien kanssa. Osaan leipoa isoille joukoille. Numero ' || n || '.', 'fi', created_at, created_at
  from member;
insert into know_how (city_id, id, customer_id, skill_id, state, origin, story_id, score, because, words, decided_at)
  select city_id, pg_temp.made_id('know-how', nr, row_number() over ()), customer_id, skill_id, state, 'story', pg_temp.made_id('story', nr, n), 0.5,
         '[{"start": 5, "end": 25}]', '{hoitanut äitiäni}', case when state = 'suggested' then null else created_at end
  from (select distinct on (m.nr, m.n, s.id) m.*, s.id as skill_id,
               case when random() < 0.9 then 'kept' when random() < 0.5 then 'suggested' else 'dropped' end as state
        from (select m.*, pg_temp.drawn_place(field, total) as place from member m, (select count(*) as total from common) c, generate_series(1, 8 + m.n % 9)) m join common s using (place)) drawn;

create temp table firm as
  select w.city_id, w.nr, n, pg_temp.made_id('business', w.nr, n) as business_id from wanted w, generate_series(1, w.businesses) n;
insert into business (city_id, id, name, business_code, area, about, created_at)
  select city_id, business_id, 'Yritys ' || n, lpad(n::text, 7, '0') || '-' || nr, (select name from area where place = n % 8), '{"fi": "Pieni yritys."}',
         now() - interval '300 days' from firm;
insert into business_contact (city_id, business_id, person_id, from_on)
  select city_id, business_id, pg_temp.made_id('contact person', nr, n), current_date - 300 from firm;

create temp table task as
  select w.city_id, w.nr, n, pg_temp.made_id('challenge', w.nr, n) as challenge_id, pg_temp.made_id('business', w.nr, 1 + (n - 1) % w.businesses) as business_id,
         floor(random() * 40)::int as field, case when n % 20 = 7 then 'paused' when n % 20 = 13 then 'closed' else 'published' end as state,
         now() - random() * interval '60 days' as created_at
  from wanted w, generate_series(1, w.challenges) n;
analyze task;
create temp table need as
  select distinct on (t.nr, t.n, s.id) t.city_id, t.challenge_id, s.id as skill_id, 1 + floor(random() * 3)::int as weight, random() < 0.15 as is_must
  from (select t.*, pg_temp.drawn_place(field, total) as place from task t, (select count(*) as total from common) c, generate_series(1, 6)) t join common s using (place);
create index on need (challenge_id);
analyze need;
insert into challenge (city_id, id, business_id, title, problem, language, place, hours, languages, until_on, state, needs_weight, created_at, published_at)
  select city_id, challenge_id, business_id, 'Haaste ' || n, 'Lauantaisin jono ajaa asiakkaat pois, ja tilaukset jäävät tekemättä. Tarvitsemme jonkun, '
         || 'joka osaa järjestää, palvella ja pitää listat ajan tasalla.', 'fi', (select name from area where place = n % 8),
         (array['any','any','days','evenings','weekends'])[1 + n % 5], case when n % 4 = 0 then '{fi}'::text[] else '{}' end,
         current_date + 1 + n % 120, state, (select sum(weight) from need d where d.challenge_id = t.challenge_id), created_at, created_at
  from task t;
insert into challenge_need (city_id, challenge_id, skill_id, weight, is_must, because)
  select city_id, challenge_id, skill_id, weight, is_must, '[{"start": 0, "end": 24}]' from need;

create temp table said as
  select distinct on (m.nr, m.n, t.n) m.city_id, m.nr, m.n, m.person_id, m.customer_id, t.challenge_id, t.business_id, t.created_at,
         (array['yes','yes','yes','notNow','notNow','no'])[1 + floor(random() * 6)::int] as answer
  from (select m.*, 1 + floor(random() * w.challenges)::int as pick from member m join wanted w using (city_id), generate_series(1, m.n % 3)) m
  join task t on t.nr = m.nr and t.n = m.pick;
analyze said;
alter table said add column row_nr bigint generated always as identity;
insert into answer (city_id, id, challenge_id, customer_id, answer, card, thread_id, score, answered_at)
  select city_id, pg_temp.made_id('answer', nr, row_nr), challenge_id, customer_id, answer,
         case when answer = 'yes' then '{"nameShown": "firstName", "intro": "", "skillIds": []}'::jsonb end,
         case when answer = 'yes' then pg_temp.made_id('thread', nr, row_nr) end, 0.5, now() - random() * interval '30 days' from said;
insert into thread (city_id, id, customer_id, business_id, challenge_id, created_at, latest_at)
  select city_id, pg_temp.made_id('thread', nr, row_nr), customer_id, business_id, challenge_id, created_at, created_at + interval '2 hours' from said where answer = 'yes';
insert into message (city_id, id, thread_id, author_id, side, text, at, read_at)
  select city_id, pg_temp.made_id('message', nr, row_nr * 3 + k), pg_temp.made_id('thread', nr, row_nr), person_id, 'customer',
         'Hei, voin tulla käymään ensi viikolla. Sopiiko tiistai?', created_at + k * interval '1 hour', case when k < 2 then created_at + interval '3 hours' end
  from said, generate_series(0, 2) k where answer = 'yes';

insert into plan (city_id, id, customer_id, goal, created_at)
  select city_id, pg_temp.made_id('plan', nr, n), customer_id, 'Osa-aikainen työ, jossa saan järjestää ja palvella', created_at from member where n % 5 > 0;
insert into plan_version (city_id, plan_id, version, at, person_id, person_name, role, goal)
  select city_id, pg_temp.made_id('plan', nr, n), 1, created_at, person_id, pg_temp.made_name(n), 'customer', 'Osa-aikainen työ, jossa saan järjestää ja palvella'
  from member where n % 5 > 0;
create temp table move as
  select city_id, nr, customer_id, person_id, n * 4 + k as n, created_at, (array['agreed','agreed','done','proposed'])[1 + (n + k) % 4] as state
  from member, generate_series(0, 2) k where n % 5 > 0;
insert into step (city_id, id, customer_id, title, why, owner, due_on, state, proposed_by, created_at, changed_at)
  select city_id, pg_temp.made_id('step', nr, n), customer_id, 'Käyn leipomossa tutustumassa', 'Haaste sopii osaamiseesi', 'customer',
         current_date - 20 + (n % 60)::int, state, 'adviser', created_at, created_at from move;
insert into step_version (city_id, step_id, version, at, person_id, person_name, role, title, why, owner, due_on, state, word)
  select city_id, pg_temp.made_id('step', nr, n), 1, created_at, person_id, pg_temp.made_name(n), 'adviser', 'Käyn leipomossa tutustumassa',
         'Haaste sopii osaamiseesi', 'customer', current_date - 20 + (n % 60)::int, state, '' from move;

-- Some ask for a talk, and are met: what the adviser's desk reads beside the facts.
insert into appointment (city_id, id, customer_id, professional_id, role, kind, state, starts_at, ends_at, way, booked_at, created_at, changed_at)
  select m.city_id, pg_temp.made_id('appointment', m.nr, n), customer_id, pg_temp.made_id('adviser person', m.nr, 1 + (n - 1) % w.advisers), 'adviser', 'followUp', 'booked',
         s.at, s.at + interval '20 minutes', 'phone', now(), now(), now()
  from member m join wanted w using (city_id),
       lateral (select date_trunc('day', now()) + (n / w.advisers % 40) * interval '1 day' + (8 + n % 7) * interval '1 hour' as at) s where n % 3 = 0;

set session_replication_role = origin;
analyze;
-- Triggers were off: the facts of the desk are filled as the migration fills them.
select fill_caseload_facts(city_id) from wanted;
analyze caseload_fact;
