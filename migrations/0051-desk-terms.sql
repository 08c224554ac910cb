-- What counts as near and as lately is a city's to decide, as what counts as new and as quiet.
insert into term (name, from_on, value, source) values
  ('stepSoonDays', '2026-01-01', 7, 'Tuttu: a week, within which a step''s day is near'),
  ('talkSoonDays', '2026-01-01', 7, 'Tuttu: a week, in which a time for a talk of the law''s rhythm can still be agreed on; the law says the last day and not when to begin'),
  ('latelyDays', '2026-01-01', 30, 'Tuttu: a month, for which a yes to a business, or a no to a step, counts as lately said');
