import { useLoaderData } from 'react-router';
import { type CityTerm, cityTermInput, decideCityTerm, readCityTerms } from '../../kernel/city-terms.ts';
import { dayIn } from '../../kernel/clock.ts';
import { areaOf, type TermArea, termAreas, unitOf } from '../../kernel/term-units.ts';
import type { TermName } from '../../kernel/terms.ts';
import { Send } from '../components/actions.tsx';
import { Table } from '../components/desk.tsx';
import { useFailure } from '../components/failures.tsx';
import { DayInput, PostForm, TextInput } from '../components/form.tsx';
import { Page, Section, Title } from '../components/layout.tsx';
import { Decided, RulesTabs } from '../components/rules-tabs.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../page.ts';
import { termIn } from '../term-in-form.ts';
import { useText } from '../text.tsx';

export const handle: PageHandle = { roles: ['administrator'] };

export const loader = pageLoader(async (page) => {
  const terms = await page.run(readCityTerms, undefined);
  const chosen = terms.find(({ name }) => name === page.query.get('term')) ?? null;
  return { terms, chosen, today: dayIn(page.city?.timeZone ?? 'Europe/Helsinki', page.app.clock()) };
});

export const action = formAction(
  async (page, form) => {
    await page.run(decideCityTerm, form.read(cityTermInput, termIn(form)));
    return goTo('/city-terms', 'saved');
  },
  { value: 'terms.value', fromOn: 'rules.fromOn', source: 'rules.source' },
);

/** A term's number with what it counts. */
const useSaid = () => {
  const { t } = useText();
  return (name: TermName, value: number) => t('terms.said', { value, unit: unitOf(name) });
};

const columns = ['what', 'held', 'since', 'source'] as const;

const Area = ({ area, terms }: { area: TermArea; terms: readonly CityTerm[] }) => {
  const { t, day } = useText();
  const said = useSaid();
  return (
    <Section title={t(`terms.area.${area}`)}>
      <Table
        caption={t('terms.caption', { area: t(`terms.area.${area}`), count: terms.length })}
        columns={columns.map((key) => ({ key, label: t(`terms.${key}`) }))}
        rows={terms.map(({ name, held, decided }) => {
          const next = decided.findLast(({ fromOn }) => fromOn > held.fromOn);
          return {
            key: name,
            cells: [
              <a key="what" href={`/city-terms?term=${name}`}>
                {t(`term.${name}`)}
              </a>,
              <>
                {said(name, held.value)}
                {next ? (
                  <span className="quiet">
                    {' '}
                    {t('terms.next', { day: day(next.fromOn), what: said(name, next.value) })}
                  </span>
                ) : null}
              </>,
              day(held.fromOn),
              held.isOwn ? t('terms.own', { source: held.source }) : held.source,
            ],
          };
        })}
      />
    </Section>
  );
};

const Change = ({ term, today }: { term: CityTerm; today: string }) => {
  const { t } = useText();
  const said = useSaid();
  const { name, held, everywhere, bounds, decided } = term;
  return (
    <Section title={t(`term.${name}`)}>
      <p>{t('terms.everywhere', { what: said(name, everywhere.value), source: everywhere.source })}</p>
      <Decided decided={decided.map(({ value, ...one }) => ({ ...one, what: said(name, value) }))} />
      <PostForm failure={useFailure()}>
        <input type="hidden" name="name" value={name} />
        <TextInput
          name="value"
          label={t('terms.value')}
          hint={[t('terms.between', { least: bounds.least, most: bounds.most }), bounds.bound]
            .filter(Boolean)
            .join(' ')}
          value={String(held.value)}
          inputMode="numeric"
        />
        <DayInput name="fromOn" label={t('rules.fromOn')} value={today} />
        <TextInput name="source" label={t('rules.source')} hint={t('rules.sourceHint')} />
        <Send>{t('rules.save')}</Send>
      </PostForm>
      <p>
        <a href="/city-terms">{t('terms.all')}</a>
      </p>
    </Section>
  );
};

export default function CityTerms() {
  const { terms, chosen, today } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('rules.title')} lead={t('terms.lead')} wide>
      <Title>{t('rules.title')}</Title>
      <RulesTabs at="/city-terms" />
      {chosen ? (
        <Change term={chosen} today={today} />
      ) : (
        termAreas.map((area) => (
          <Area key={area} area={area} terms={terms.filter(({ name }) => areaOf(name) === area)} />
        ))
      )}
    </Page>
  );
}
