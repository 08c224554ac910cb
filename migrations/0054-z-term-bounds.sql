-- Between which numbers a city decides a term, and by what: the law's own limit where it has one, else what makes sense.
alter table term
  add column least integer not null default 1,
  add column most integer not null default 100000,
  add column bound text not null default '';
comment on column term.least is 'A city decides no less, nor more than `most`.';
comment on column term.bound is 'The law that sets the limits; empty where they only keep out what cannot be meant.';
update term set most = 36500 where name like 'keep%Days' or name in ('suggestionLogDays', 'vouchAddressDays');
update term set most = 3660 where name like '%Days%' and most = 100000;
update term set most = 60 where name like '%Months';
update term set most = 744 where name like '%Hours';
update term set most = 1440 where name like '%Minutes';
update term set most = 1000 where most = 100000 and name <> 'filesADay';
update term set most = 10000 where name = 'filesADay';
update term set least = 0, most = 23 where name like '%Hour';
update term set least = 183, bound = 'AI Act (EU) 2024/1689, article 26(6): six months at least' where name = 'suggestionLogDays';
update term set most = 30, bound = 'GDPR, article 12(3): within one month' where name in ('correctionDays', 'erasureDays');
alter table term add check (value between least and most);
