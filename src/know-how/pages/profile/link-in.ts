import { readDay } from '../../../kernel/clock.ts';
import type { Form } from '../../../web/page.ts';
import { linkInput } from '../../profile/links.ts';

export const linkIn = (form: Form) =>
  form.read(linkInput, {
    name: form.text('name'),
    nameShown: form.text('nameShown'),
    items: form.all('items'),
    newOnes: form.all('newOnes'),
    untilOn: readDay(form.text('untilOn')),
  });
