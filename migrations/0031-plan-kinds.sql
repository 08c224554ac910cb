-- Kinds of plan, as dated rows with where each stands: the law, who is party, how long it holds, how often it is gone through, what it has to say.
create table plan_kind (
  id text not null check (id in ('employment', 'multisectoral', 'integration', 'activation')),
  from_on date not null,
  until_on date,
  law text not null,
  basis jsonb not null,
  parties text[] not null,
  contents text[] not null,
  crosses text[] not null,
  valid_months integer check (valid_months > 0),
  review_months integer check (review_months > 0),
  source text not null,
  confidence text not null check (confidence in ('seen', 'partly', 'notChecked')),
  unchecked text not null default '',
  primary key (id, from_on),
  check (until_on >= from_on)
);
comment on table plan_kind is 'What the law says of each kind of plan, from a day on. A plan begun under one row goes on by it. Not personal data.';
comment on column plan_kind.basis is 'The legal basis in plain words, in each language.';
comment on column plan_kind.crosses is 'Contents that a professional''s own words are shown to the other authorities of, because the law says the plan is theirs together.';
comment on column plan_kind.valid_months is 'How long it holds from the day all its parties have signed; null where it holds until changed.';
comment on column plan_kind.unchecked is 'Which of the row''s facts nobody has checked against the law yet.';
grant select on plan_kind to tuttu_app;

insert into plan_kind (id, from_on, until_on, law, basis, parties, contents, crosses, valid_months, review_months, source, confidence, unchecked) values
  ('employment', '2013-01-01', '2024-12-31', '916/2012',
   '{"fi": "Suunnitelma tehtiin sinun ja työ- ja elinkeinotoimiston kesken. Siihen kirjattiin, miten haet työtä ja mitä palveluja saat.",
     "sv": "Planen gjordes mellan dig och arbets- och näringsbyrån. I den skrevs hur du söker arbete och vilka tjänster du får.",
     "en": "The plan was made between you and the employment office. It said how you look for work and which services you get."}',
   '{customer,employment}', '{goal,steps,serviceNeed,services,jobSearch}', '{}', null, 3,
   'Act 916/2012, in force before 380/2023', 'notChecked', 'from_on, contents, review_months'),
  ('employment', '2025-01-01', '2025-12-31', '380/2023',
   '{"fi": "Työnhakijalla on oikeus suunnitelmaan, joka perustuu hänen omaan tilanteeseensa. Te teette sen yhdessä: sinä ja omavalmentajasi. Siihen kirjataan, miten haet työtä, mitä palveluja saat ja kuka tekee mitä.",
     "sv": "Den som söker arbete har rätt till en plan som bygger på den egna situationen. Ni gör den tillsammans: du och din egen handledare. I den skrivs hur du söker arbete, vilka tjänster du får och vem som gör vad.",
     "en": "A jobseeker has a right to a plan that starts from their own situation. You make it together: you and your adviser. It says how you look for work, which services you get and who does what."}',
   '{customer,employment}', '{goal,steps,serviceNeed,services,jobSearch}', '{}', null, 3,
   'Act 380/2023; rhythm of talks by the model of 2022 (HE 167/2021)', 'partly', 'contents'),
  ('employment', '2026-01-01', null, '380/2023',
   '{"fi": "Työnhakijalla on oikeus suunnitelmaan, joka perustuu hänen omaan tilanteeseensa. Te teette sen yhdessä: sinä ja omavalmentajasi. Siihen kirjataan, miten haet työtä, mitä palveluja saat ja kuka tekee mitä.",
     "sv": "Den som söker arbete har rätt till en plan som bygger på den egna situationen. Ni gör den tillsammans: du och din egen handledare. I den skrivs hur du söker arbete, vilka tjänster du får och vem som gör vad.",
     "en": "A jobseeker has a right to a plan that starts from their own situation. You make it together: you and your adviser. It says how you look for work, which services you get and who does what."}',
   '{customer,employment}', '{goal,steps,serviceNeed,services,jobSearch}', '{}', null, 3,
   'Act 380/2023; talks every 3 months from the first interview since 1.1.2026 (HE 108/2025, TyVM 9/2025)', 'partly', 'contents'),
  ('multisectoral', '2015-01-01', '2024-12-31', '1369/2014',
   '{"fi": "Suunnitelma tehtiin yhdessä sinun, työ- ja elinkeinotoimiston, kunnan ja Kelan kesken, koska tarvitsit usean palveluja yhtä aikaa.",
     "sv": "Planen gjordes tillsammans av dig, arbets- och näringsbyrån, kommunen och FPA, eftersom du behövde tjänster av flera på samma gång.",
     "en": "The plan was made together by you, the employment office, the municipality and Kela, because you needed services of several at once."}',
   '{customer,employment,wellbeing,kela}', '{goal,steps,situation,serviceNeed,services,others,followUp}', '{serviceNeed,services,others,followUp}', null, 3,
   'Act 1369/2014 (typ), in force until the end of 2024: valtioneuvosto.fi, multi-sectoral promotion of employment', 'partly', 'contents, crosses, review_months'),
  ('multisectoral', '2025-01-01', null, '381/2023',
   '{"fi": "Joskus työhön pääsy vaatii usean viranomaisen apua yhtä aikaa. Silloin työllisyyspalvelut, hyvinvointialue ja Kela tekevät suunnitelman yhdessä sinun kanssasi. Kukin kertoo siihen, mitä se tekee. Muuta he eivät näe toisiltaan ilman lupaasi.",
     "sv": "Ibland behövs hjälp av flera myndigheter på samma gång för att komma till ett arbete. Då gör sysselsättningstjänsterna, välfärdsområdet och FPA planen tillsammans med dig. Var och en berättar i den vad den gör. Annat ser de inte av varandra utan ditt samtycke.",
     "en": "Sometimes getting to work takes the help of several authorities at once. Then the employment services, the wellbeing services county and Kela make the plan together with you. Each says in it what it does. Nothing else do they see of each other''s without your consent."}',
   '{customer,employment,wellbeing,kela}', '{goal,steps,situation,serviceNeed,services,others,followUp}', '{serviceNeed,services,others,followUp}', null, 3,
   'Act 381/2023: valtioneuvosto.fi; hollola.cloudnc.fi 11.3.2025; kuntaliitto.fi handbook 5.3', 'partly', 'contents, crosses, review_months'),
  ('integration', '2011-09-01', '2024-12-31', '1386/2010',
   '{"fi": "Suunnitelma tehtiin maahan muuttaneelle: miten opit kieltä, mitä osaat jo ja miten pääset työhön tai opintoihin.",
     "sv": "Planen gjordes för den som flyttat till landet: hur du lär dig språket, vad du redan kan och hur du kommer till arbete eller studier.",
     "en": "The plan was made for somebody who had moved to the country: how you learn the language, what you can already and how you get to work or studies."}',
   '{customer,employment}', '{goal,steps,strengths,language,services}', '{}', 12, 6,
   'Act 1386/2010, in force before 681/2023', 'notChecked', 'from_on, contents, valid_months, review_months'),
  ('integration', '2025-01-01', null, '681/2023',
   '{"fi": "Kun olet muuttanut Suomeen, sinulla voi olla oikeus kotoutumissuunnitelmaan. Siinä sovitaan, miten opit suomea tai ruotsia, mitä osaat jo ja miten pääset työhön tai opintoihin.",
     "sv": "När du har flyttat till Finland kan du ha rätt till en integrationsplan. I den kommer ni överens om hur du lär dig finska eller svenska, vad du redan kan och hur du kommer till arbete eller studier.",
     "en": "When you have moved to Finland you can have a right to an integration plan. In it you agree how you learn Finnish or Swedish, what you can already and how you get to work or studies."}',
   '{customer,employment}', '{goal,steps,strengths,language,services}', '{}', 12, 6,
   'Act 681/2023', 'notChecked', 'contents, valid_months, review_months'),
  ('activation', '2001-09-01', '2025-12-31', '189/2001',
   '{"fi": "Suunnitelma tehdään yhdessä sinun, työllisyyspalvelujen ja hyvinvointialueen kesken, kun olet ollut pitkään työtä vailla: alle 25-vuotiaalle yleensä 180 työmarkkinatukipäivän, muille 500 päivän jälkeen.",
     "sv": "Planen görs tillsammans av dig, sysselsättningstjänsterna och välfärdsområdet när du länge har varit utan arbete: för den som är under 25 år oftast efter 180 dagar med arbetsmarknadsstöd, för andra efter 500.",
     "en": "The plan is made together by you, the employment services and the wellbeing services county when you have long been without work: for somebody under 25 mostly after 180 days of labour market subsidy, for others after 500."}',
   '{customer,employment,wellbeing}', '{goal,steps,situation,serviceNeed,services,others}', '{}', null, 3,
   'Act 189/2001: finlex 189/2001; thl.fi aktivointisuunnitelma', 'partly', 'contents, review_months'),
  ('activation', '2026-01-01', null, '189/2001',
   '{"fi": "Suunnitelma tehdään yhdessä sinun, työllisyyspalvelujen ja hyvinvointialueen kesken, kun saat toimeentulotukea työttömyyden takia. Muut pääsevät kuntouttavaan työtoimintaan monialaisen suunnitelman kautta.",
     "sv": "Planen görs tillsammans av dig, sysselsättningstjänsterna och välfärdsområdet när du får utkomststöd på grund av arbetslöshet. Andra kommer till arbetsverksamhet i rehabiliteringssyfte genom den sektorsövergripande planen.",
     "en": "The plan is made together by you, the employment services and the wellbeing services county when you get social assistance because of unemployment. Others come to rehabilitative work through the multisectoral plan."}',
   '{customer,employment,wellbeing}', '{goal,steps,situation,serviceNeed,services,others}', '{}', null, 3,
   'Act 189/2001 as changed: HE 109/2025, StVM 27/2025 (the bill aims at 2026)', 'partly', 'from_on (the day of entry into force has not been seen), contents, review_months');

create table city_plan_kind (
  city_id text not null references city,
  kind text not null check (kind in ('employment', 'multisectoral', 'integration', 'activation')),
  from_on date not null,
  contents text[] not null,
  source text not null,
  primary key (city_id, kind, from_on)
);
comment on table city_plan_kind is 'What else a city wants said in a kind of plan, from a day on, beside what the law asks. Not personal data.';
call make_tenant_table('city_plan_kind', 'select, insert, update');

create table plan_kind_change (
  city_id text not null references city,
  customer_id uuid not null,
  version integer not null,
  kind text not null check (kind in ('employment', 'multisectoral', 'integration', 'activation')),
  from_on date not null,
  why text not null,
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  role text not null,
  primary key (city_id, customer_id, version),
  foreign key (city_id, customer_id) references customer
);
comment on table plan_kind_change is 'Of which kind a customer''s plan is, from which day on, and why; the latest holds. Without a row it is an employment plan. Never changed; goes with the plan when its time is over.';
call make_tenant_table('plan_kind_change', 'select, insert, delete');
