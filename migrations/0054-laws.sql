-- What the rows of the law did not say yet: the last day of a model, that its month of two talks comes again, how many jobs are applied for, what
-- follows a first neglect, and what came into force when in words of the row.
alter table process_model
  add column until_on date,
  add column duty_least integer check (duty_least >= 0),
  add column duty_usual integer check (duty_usual >= duty_least),
  add column duty_most integer check (duty_most >= duty_usual),
  add column neglect jsonb,
  add column unchecked text not null default '',
  add check (until_on >= from_on);
comment on column process_model.until_on is 'The last day on which a job search that begins takes this model; null for the one in force.';
comment on column process_model.duty_usual is 'Jobs one applies for in a month, as long as the plan says nothing else; between least and most. Null where the source does not say.';
comment on column process_model.neglect is 'What the law says of a first neglect, in each language. Told; nothing is computed from it.';
comment on column process_model.unchecked is 'Which of the row''s facts nobody has checked against the law yet.';

alter table process_rule add column again_months integer check (again_months > 0), add check (again_months is null or times is not null);
comment on column process_rule.again_months is 'The same again so many months after, and so on; null for only once.';

alter table process_phase add column says jsonb;
comment on column process_phase.says is 'What came into force, in each language.';

update process_model set until_on = '2025-12-31', duty_least = 0, duty_usual = 4, duty_most = 4,
  neglect = '{"fi": "Ensimmäisestä kerrasta tuli muistutus, eikä etuus katkennut. Säännöt muuttuivat 1.3.2026, ja ne voivat koskea myös aiemmin alkanutta työnhakua.",
    "sv": "Första gången kom en påminnelse och förmånen bröts inte. Reglerna ändrades 1.3.2026 och kan gälla också en jobbsökning som började tidigare.",
    "en": "The first time there was a reminder, and the benefit went on. The rules changed on 1 March 2026, and may hold also for a job search that began before."}',
  source = source || '; HE 167/2021: the month of two talks comes every half year',
  unchecked = 'neglect (whether the rules of 1.3.2026 hold for a job search begun before)'
  where id = 'nordic-2022';
update process_model set
  neglect = '{"fi": "1.3.2026 alkaen ensimmäisestä kerrasta on seitsemän kalenteripäivää ilman työttömyysetuutta.",
    "sv": "Från 1.3.2026 är man första gången sju kalenderdagar utan arbetslöshetsförmån.",
    "en": "Since 1 March 2026, the first time means seven calendar days without unemployment benefit."}',
  unchecked = 'duty (how many jobs one applies for in a month)'
  where id = 'reform-2026';
update process_rule set again_months = 6 where model_id = 'nordic-2022' and line = 4;
update process_phase set says = '{"fi": "keskustelut tässä rytmissä ja velvollisuus hakea työtä", "sv": "samtalen i den här rytmen och skyldigheten att söka arbete",
    "en": "talks in this rhythm, and the duty to look for work"}'
  where model_id = 'nordic-2022';
update process_phase set says = '{"fi": "keskustelut tässä rytmissä, työtarjoukset, velvollisuus hakea työtä ja nuorten velvollisuus hakea koulutukseen",
    "sv": "samtalen i den här rytmen, arbetserbjudanden, skyldigheten att söka arbete och ungas skyldighet att söka utbildning",
    "en": "talks in this rhythm, job offers, the duty to look for work, and young people''s duty to apply for education"}'
  where model_id = 'reform-2026' and what = 'process';
update process_phase set says = '{"fi": "mitä laiminlyönnistä seuraa, ja milloin työnhaku päättyy ja alkaa uudelleen (28 § ja 29 §:n 2 momentti)",
    "sv": "vad som följer av en försummelse, och när en jobbsökning upphör och börjar på nytt (28 § och 29 § 2 mom.)",
    "en": "what follows a neglect, and when a job search ends and begins anew (sections 28 and 29(2))"}'
  where model_id = 'reform-2026' and what = 'sanctions';
update process_phase set says = '{"fi": "työnhakuprofiili laaditaan ja julkaistaan Työmarkkinatorilla määräajassa; ellei, viranomainen tekee sen, ja useampi saa hakea profiileja",
    "sv": "en jobbsökarprofil görs och publiceras på Jobbmarknad inom en viss tid; annars gör myndigheten det, och fler får söka profiler",
    "en": "a jobseeker profile is made and published on Job Market Finland within a time; if not, the authority does it, and more may search profiles"}'
  where model_id = 'reform-2026' and what = 'profile';
alter table process_phase alter column says set not null;

-- Read again in public sources; what could not be read there stays among the unchecked.
update plan_kind set
  basis = '{"fi": "Suunnitelma tehtiin yhdessä sinun, työ- ja elinkeinotoimiston, kunnan (vuodesta 2023 hyvinvointialueen) ja Kelan kesken, koska tarvitsit usean palveluja yhtä aikaa.",
    "sv": "Planen gjordes tillsammans av dig, arbets- och näringsbyrån, kommunen (från 2023 välfärdsområdet) och FPA, eftersom du behövde tjänster av flera på samma gång.",
    "en": "The plan was made together by you, the employment office, the municipality (from 2023 the wellbeing services county) and Kela, because you needed services of several at once."}',
  source = source || '; finlex.fi 1369/2014, sections 1 and 2 as changed by 935/2022'
  where id = 'multisectoral' and from_on = '2015-01-01';
update plan_kind set review_months = 12, confidence = 'partly', unchecked = 'from_on, contents (strengths)',
  source = 'Act 1386/2010, in force before 681/2023; first plan for a year at most, gone through once a year at least: kotouttaminen.fi; what it agrees: kotoutuminen.fi'
  where id = 'integration' and from_on = '2011-09-01';
update plan_kind set confidence = 'partly',
  source = 'Act 681/2023, in force since 1.1.2025 (kotoutuminen.fi/koto24), as changed by HE 192/2024'
  where id = 'integration' and from_on = '2025-01-01';
update plan_kind set source = source || '; what it agrees: tyomarkkinatori.fi (employment plan)' where id = 'employment' and from_on >= '2025-01-01';
update term set source = 'Tuttu: five years; an offence in office or against data protection can be charged years later (Criminal Code 39/1889, chapters 8, 38 and 40); Act 906/2019, section 17; how long is to be confirmed by the city'
  where name = 'keepUseLogDays';
