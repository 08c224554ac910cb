import { readDay } from '../kernel/clock.ts';
import type { Form } from './page.ts';

/** A term as a form decides it: which, the number, from what day on, by what. What is no number stays as it was written, for the schema to refuse. */
export const termIn = (form: Form) => {
  const value = form.text('value').trim();
  return {
    ...{ name: form.text('name'), fromOn: readDay(form.text('fromOn')), source: form.text('source') },
    value: /^\d{1,6}$/.test(value) ? Number(value) : value,
  };
};
