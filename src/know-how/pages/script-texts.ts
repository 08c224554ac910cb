/** Prefixes of the texts on the pages of this domain that ship script: the frame's, a refusal's, the search's and the page's own. */
export const scriptTexts = (own: string): string[] => [
  'page.',
  'nav.',
  'role.',
  'done.',
  'form.',
  'problem.',
  'account.change',
  'knowHow.search.',
  own,
];
