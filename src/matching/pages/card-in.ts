import type { Draft } from '../../web/draft.ts';
import type { Form } from '../../web/page.ts';

/** The card a form tells of, to be read by `cardInput`: one just sent, or one half written. */
const cardBy = (all: (name: string) => string[]) => ({
  nameShown: all('nameShown')[0] ?? '',
  intro: (all('intro')[0] ?? '').normalize('NFC').replaceAll('\r\n', '\n'),
  skillIds: all('skillIds').map(Number),
  experienceIds: all('experienceIds'),
  languageIds: all('languageIds'),
  licenceIds: all('licenceIds'),
  showsVouching: all('showsVouching').length > 0,
  withOthers: all('withOthers').length > 0,
});

export const cardIn = (form: Form) => cardBy((name) => form.all(name));

export const cardInDraft = (draft: Draft) => cardBy((name) => draft[name] ?? []);
