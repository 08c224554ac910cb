import { readDay } from '../../../kernel/clock.ts';
import type { Form } from '../../../web/page.ts';

/** What the fields are called, for the list of what to mend. */
export const stepLabels = {
  title: 'path.field.title',
  why: 'path.field.why',
  owner: 'path.field.owner',
  ownerName: 'path.field.ownerName',
  dueOn: 'path.field.dueOn',
  place: 'path.field.place',
  link: 'path.field.link',
  stage: 'path.field.stage',
  challengeId: 'path.field.challenge',
  withRole: 'path.with',
} as const;

/** What is asked of who finishes or leaves a step. */
export const endingLabels = {
  evidence: 'path.field.evidence',
  evidenceLink: 'path.field.evidenceLink',
  word: 'path.leave.why',
} as const;

/** What a step's form says, as its schema reads it. */
export const stepTextOf = (form: Form) => ({
  title: form.text('title'),
  why: form.text('why'),
  owner: form.text('owner'),
  ownerName: form.text('ownerName'),
  dueOn: readDay(form.text('dueOn')),
  place: form.text('place'),
  link: form.text('link'),
  stage: form.text('stage') || null,
});
