import type { Form, Page } from '../../../web/page.ts';
import { moveItem, moveItemInput } from '../../profile/move-item.ts';
import type { ProfileMove } from '../../profile/rules.ts';
import { asNotNow } from '../keep-draft.ts';

/** Does to a part of the profile what a button of `Standing` says; which move it was. */
export const movePressed = async (
  page: Page,
  form: Form,
  part: { kind: 'experience' | 'language' | 'licence'; id: string },
): Promise<ProfileMove> => {
  const { move } = form.read(moveItemInput, { move: form.text('what') });
  await asNotNow(page.run(moveItem, { ...part, move, version: form.version }));
  return move;
};
