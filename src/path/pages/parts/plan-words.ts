import type { InLanguages } from '../../../kernel/languages.ts';
import type { Text } from '../../../web/text.tsx';
import type { Party, SectionKey } from '../../kinds/tables.ts';
import type { SectionOwner } from '../../sections/tables.ts';

type Named = { party: Party; authority: InLanguages | null; personName: string | null };

/** A party as people know it: the customer's own name, an authority's with who looks after the customer there. */
export const partyText = ({ t, language }: Text, { party, authority, personName }: Named): string => {
  if (party === 'customer') return personName ?? t('path.party.customer');
  const name = authority?.[language] ?? t(`path.party.${party}`);
  return personName === null ? name : t('path.party.person', { authority: name, name: personName });
};

/** What a section is about. */
export const aboutText = (t: Text['t'], { key, title }: { key: SectionKey | null; title: string }): string =>
  key === null ? title : t(`path.content.${key}`);

/** Whose words they are. */
export const ownerOfText = (t: Text['t'], owner: SectionOwner, personName: string): string =>
  t(`path.section.by.${owner}`, { name: personName });
