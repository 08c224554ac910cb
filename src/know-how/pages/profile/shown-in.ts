import type { Form } from '../../../web/page.ts';
import { type ChosenShown, shownInput } from '../../profile/choose-shown.ts';

/** What was ticked of what an audience can be shown. */
export const shownIn = (form: Form): ChosenShown =>
  form.read(shownInput, { items: form.all('items'), newOnes: form.all('newOnes') });
