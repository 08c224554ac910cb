import { locales } from '../../kernel/say.ts';
import { Section } from '../../web/components/layout.tsx';
import { type Text, useText } from '../../web/text.tsx';
import type { Limit } from '../limits.ts';

const namesOf = (codes: readonly string[], language: Text['language']): string => {
  const names = new Intl.DisplayNames([locales[language]], { type: 'language' });
  const list = new Intl.ListFormat(locales[language], { type: 'conjunction' });
  return list.format(codes.map((code) => names.of(code) ?? code));
};

/** `ask`: what the customer has not told, as the words of a link to where they can. */
type Said = { what: string; how: string; ask?: string };

const sayHours = ({ hours, fits, isTold }: Limit & { kind: 'hours' }, { t }: Text): Said => {
  const what = t(`matching.limit.hours.${hours}`);
  if (hours === 'any') return { what, how: '' };
  if (!isTold) return { what, how: t('matching.limit.hours.notTold'), ask: t('matching.limit.hours.tell') };
  return { what, how: fits ? t('matching.limit.fits') : t('matching.limit.hours.not') };
};

const sayLanguages = ({ languages, missing, isTold }: Limit & { kind: 'languages' }, { t, language }: Text): Said => {
  if (languages.length === 0) return { what: t('matching.limit.languages.none'), how: '' };
  const what = t('matching.limit.languages', { languages: namesOf(languages, language) });
  if (!isTold) return { what, how: t('matching.limit.languages.notTold'), ask: t('matching.limit.languages.tell') };
  if (missing.length === 0) return { what, how: t('matching.limit.fits') };
  return { what, how: t('matching.limit.languages.not', { languages: namesOf(missing, language) }) };
};

const say = (limit: Limit, text: Text): Said => {
  switch (limit.kind) {
    case 'hours':
      return sayHours(limit, text);
    case 'languages':
      return sayLanguages(limit, text);
    case 'until':
      return {
        what: text.t(`matching.limit.until.${limit.fits ? 'open' : 'over'}`, { day: text.day(limit.untilOn) }),
        how: '',
      };
    case 'place':
      return { what: text.t('matching.limit.place.anywhere'), how: '' };
  }
};

const Items = ({ said }: { said: readonly (Said & { kind: string })[] }) => (
  <ul className="limits">
    {said.map(({ kind, what, how, ask }) => (
      <li key={kind}>
        {what} {how ? <strong>{how}</strong> : null} {ask ? <a href="/limits">{ask}</a> : null}
      </li>
    ))}
  </ul>
);

/** The same without a heading of its own, beneath something smaller. */
export const LimitItems = ({ limits }: { limits: readonly Limit[] }) => {
  const text = useText();
  return limits.length === 0 ? null : (
    <Items said={limits.map((limit) => ({ kind: limit.kind, ...say(limit, text) }))} />
  );
};

/** What the work asks of the week, the languages and the calendar, and whether it fits what I have told. */
export const Limits = ({ limits }: { limits: readonly Limit[] }) => {
  const text = useText();
  const said = limits.map((limit) => ({ kind: limit.kind, ...say(limit, text) }));
  return (
    <Section title={text.t('matching.limits')}>
      <Items said={said} />
      {said.some(({ ask }) => ask) ? null : (
        <p>
          <a href="/limits">{text.t('matching.limits.mine')}</a>
        </p>
      )}
    </Section>
  );
};
