import { readDay } from '../../../kernel/clock.ts';
import type { Form } from '../../../web/page.ts';
import { licenceInput } from '../../profile/licences.ts';

/** A licence as its form sends it: the list's by `kind:code`, or another by its name. */
export const licenceIn = (form: Form) => {
  const [kind = '', code = ''] = form.text('kind').split(':');
  return form.read(licenceInput, {
    kind,
    code,
    name: code === '' ? form.text('name') : '',
    untilOn: readDay(form.text('untilOn')) || null,
  });
};
