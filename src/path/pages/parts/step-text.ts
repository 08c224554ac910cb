import { readDay } from '../../../kernel/clock.ts';
import type { Form } from '../../../web/page.ts';

/** What a step's form says, as its schema reads it. */
export const stepTextOf = (form: Form) => ({
  title: form.text('title'),
  why: form.text('why'),
  owner: form.text('owner'),
  dueOn: readDay(form.text('dueOn')),
});
