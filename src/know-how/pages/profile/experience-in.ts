import type { Form } from '../../../web/page.ts';
import { type ExperienceInput, experienceInput } from '../../profile/experience-input.ts';
import { readPartDay } from '../../profile/part-day.ts';

/** An experience as its form sends it. */
export const experienceIn = (form: Form): ExperienceInput =>
  form.read(experienceInput, {
    kind: form.text('kind'),
    title: form.text('title'),
    place: form.text('place'),
    from: readPartDay(form.text('from'), form.has('isAbout')),
    to: form.has('isOngoing') ? null : readPartDay(form.text('to'), form.has('isAbout')),
    isOngoing: form.has('isOngoing'),
    did: form.text('did'),
    language: form.text('language'),
  });
