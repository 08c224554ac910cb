import { hours } from '../../../kernel/tables.ts';
import type { MessageKey } from '../../../messages/index.ts';
import { useLanguageName } from '../../../web/components/language-ticks.tsx';
import { useTimeWords } from '../../../web/components/time-words.ts';
import { useText } from '../../../web/text.tsx';
import type { Change } from '../../profile/changes.ts';
import type { PastVersion } from '../../profile/history.ts';

/** A version as the page shows it: `label` is the skill's name, where it is know-how. */
export type PastLine = PastVersion & { label: string };

type Fact = { what: MessageKey; value: string };

/** What a version holds, in words; and what it is of, and what was done. */
export const usePastWords = () => {
  const { t, day } = useText();
  const timeWords = useTimeWords();
  const languageName = useLanguageName();
  const factsOf = (one: PastLine): Fact[] => {
    switch (one.kind) {
      case 'experience':
        return [
          { what: 'profile.field.kind', value: t(`profile.kind.${one.content.kind}`) },
          { what: 'profile.field.place', value: one.content.place },
          { what: 'profile.field.time', value: timeWords(one.content) },
          { what: 'profile.field.did', value: one.content.did },
        ];
      case 'knowHow':
        return [
          {
            what: 'profile.field.level',
            value: one.content.level === null ? t('profile.level.notTold') : t(`profile.level.${one.content.level}`),
          },
          { what: 'profile.field.levelWords', value: one.content.levelWords },
        ];
      case 'language':
        return [{ what: 'profile.field.level', value: t(`profile.cefr.${one.content.level}`) }];
      case 'licence':
        return [{ what: 'profile.field.untilOn', value: one.content.untilOn ? day(one.content.untilOn) : '' }];
      case 'wishes':
        return [
          { what: 'profile.field.what', value: one.content.what.map(({ text }) => text).join('\n') },
          { what: 'profile.field.where', value: one.content.where },
          { what: 'profile.field.notWanted', value: one.content.notWanted },
        ];
      case 'limits': {
        const told = hours.find((value) => value === one.content.hours);
        return [
          { what: 'profile.field.hours', value: told ? t(`knowHow.limits.hours.${told}`) : '' },
          { what: 'profile.field.languages', value: one.content.languages.map(languageName).join(', ') },
          { what: 'profile.field.area', value: one.content.area },
        ];
      }
    }
  };
  const nameOf = (one: PastLine): string => {
    if (one.kind === 'experience') return one.content.title;
    if (one.kind === 'licence') return one.content.name;
    return one.kind === 'language' ? languageName(one.content.code) : one.label;
  };
  const changeWords = (change: Change): string =>
    change.what === 'changed'
      ? t('profile.change.changed', { field: t(`profile.field.${change.field}`) })
      : t(`profile.change.${change.what}`);
  return { factsOf, nameOf, changeWords };
};
