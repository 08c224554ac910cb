import { readDay } from '../../../kernel/clock.ts';
import type { Form } from '../../../web/page.ts';
import { inviteInput } from '../../invitations/invite-input.ts';

/** What the form for inviting somebody says. */
export const inviteIn = (form: Form) =>
  form.read(inviteInput, {
    way: form.text('way'),
    name: form.text('name'),
    role: form.text('role') || null,
    relation: form.text('relation'),
    nameShown: form.text('nameShown') || 'firstName',
    purpose: form.text('purpose'),
    parts: form.all('parts'),
    untilOn: readDay(form.text('untilOn')) || null,
  });
