import type { Page } from '../../web/page.ts';
import { searchSkills, searchSkillsInput } from '../search-skills.ts';
import type { Found } from './fetch-skills.ts';

/** What the search field of a page asked for (?q=), and what was found. */
export const findSkills = async (page: Page): Promise<{ query: string; found: Found[] }> => {
  const query = page.asked('q');
  const found = await page.run(searchSkills, searchSkillsInput.parse({ q: query, language: page.language }));
  return { query, found: found.map(({ uri, label, apart }) => ({ uri, label, apart })) };
};
