import type { Work } from '../../kernel/work.ts';
import { readAudience } from './audience-share.ts';
import { readLinks } from './links.ts';

/** Whether my adviser sees anything of my profile now, and how many of my links open to something. */
export const readWhoSees = async (work: Work): Promise<{ adviser: boolean; links: number }> => {
  const { isConsented, choices } = await readAudience(work, 'adviser');
  const links = await readLinks(work);
  return {
    adviser: isConsented && choices.some(({ isShown, isHidden }) => isShown && !isHidden),
    links: links.filter(({ state }) => state === 'open').length,
  };
};
