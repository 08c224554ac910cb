import { readDay } from '../../../kernel/clock.ts';
import type { Form } from '../../../web/page.ts';

/** What the fields are called, for the list of what to mend. */
export const stepLabels = {
  title: 'path.field.title',
  why: 'path.field.why',
  owner: 'path.field.owner',
  dueOn: 'path.field.dueOn',
  challengeId: 'path.field.challenge',
} as const;

/** What a step's form says, as its schema reads it. */
export const stepTextOf = (form: Form) => ({
  title: form.text('title'),
  why: form.text('why'),
  owner: form.text('owner'),
  dueOn: readDay(form.text('dueOn')),
});
