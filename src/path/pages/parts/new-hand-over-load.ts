import { type Form, goTo, type Page } from '../../../web/page.ts';
import { beginHandOver, handOverInput, startHandOver } from '../../hand-over/begin-hand-over.ts';

export const handOverLabels = { toId: 'path.transfer.whom', why: 'path.transfer.why' } as const;

/** What the page of handing over shows: `base` is where the customer's page is for the actor. */
export const loadHandOverStart = async (page: Page, base: string) => {
  const customerId = page.param('customerId');
  return { ...(await page.run(startHandOver, { customerId })), base: `${base}/${customerId}` };
};

export const actOnHandOverStart = async (page: Page, form: Form): Promise<Response> => {
  // One choice is the role and the person; none at all is no person.
  const [toRole = '', toId = ''] = form.text('toId').split(' ');
  const input = form.read(handOverInput, { toRole: toRole || null, toId, why: form.text('why') });
  const { id } = await page.run(beginHandOver, { ...input, customerId: page.param('customerId') });
  return goTo(`/hand-overs/${id}`, 'handOverBegun');
};
