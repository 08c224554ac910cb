import type { Form, Page } from '../../../web/page.ts';
import { type Part, showItem, showItemInput } from '../../profile/item-audiences.ts';

/** Shows a part to one audience or hides it, as a button of `ItemAudiences` says; false for any other button. */
export const audiencePressed = async (page: Page, form: Form, part: Part): Promise<boolean> => {
  if (form.text('what') !== 'audience') return false;
  const input = form.read(showItemInput, {
    audience: form.text('audience'),
    linkId: form.has('linkId') ? form.text('linkId') : null,
    isShown: form.text('isShown') === 'yes',
  });
  await page.run(showItem, { ...input, ...part });
  return true;
};
