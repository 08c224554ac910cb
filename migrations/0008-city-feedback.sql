-- Where people of a city tell about a barrier: the act on providing digital services (306/2019) asks for a feedback channel.
alter table city
  add column feedback_email text,
  add column feedback_phone text,
  add column feedback_page text check (feedback_page ~ '^https://');
comment on column city.feedback_email is 'Accessibility and other feedback; shown in the footer and the accessibility statement.';
