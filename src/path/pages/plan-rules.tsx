import { useLoaderData } from 'react-router';
import { dayIn, readDay } from '../../kernel/clock.ts';
import { Send } from '../../web/components/actions.tsx';
import { Facts } from '../../web/components/facts.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { DayInput, PostForm, TextInput, Tick, Ticks } from '../../web/components/form.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { RulesTabs } from '../../web/components/rules-tabs.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { type KindRule, kindContentsInput, readKindRules, setKindContents } from '../kinds/city-rules.ts';
import { contentKeys } from '../kinds/tables.ts';
import { useUnchecked } from './parts/unchecked.ts';

export const handle: PageHandle = { roles: ['administrator'] };

export const loader = pageLoader(async (page) => {
  const rules = await page.run(readKindRules, undefined);
  const rule = rules.find(({ kind }) => kind === page.query.get('kind')) ?? rules[0];
  return { rules, rule, today: dayIn(page.city?.timeZone ?? 'Europe/Helsinki', page.app.clock()) };
});

export const action = formAction(
  async (page, form) => {
    const kind = form.text('kind');
    const input = {
      ...{ kind, fromOn: readDay(form.text('fromOn')), contents: form.all('contents'), source: form.text('source') },
    };
    await page.run(setKindContents, form.read(kindContentsInput, input));
    return goTo(`/plan-rules?kind=${kind}`, 'saved');
  },
  { fromOn: 'rules.fromOn', contents: 'path.rules.contents', source: 'rules.source' },
);

const Law = ({ rule }: { rule: KindRule }) => {
  const { t, day, language } = useText();
  const nameUnchecked = useUnchecked();
  const months = (count: number | null) => (count === null ? '' : t('path.rules.months', { count }));
  const list = (keys: readonly (typeof contentKeys)[number][]) =>
    keys.map((key) => t(`path.content.${key}`)).join(', ');
  return (
    <Facts
      facts={[
        {
          what: t('path.rules.law'),
          value: `${rule.law} (${day(rule.fromOn)}–${rule.untilOn === null ? '' : day(rule.untilOn)})`,
        },
        { what: t('path.rules.basis'), value: rule.basis[language] },
        { what: t('path.front.parties'), value: rule.parties.map((party) => t(`path.party.${party}`)).join(', ') },
        { what: t('path.rules.valid'), value: months(rule.validMonths) },
        { what: t('path.rules.review'), value: months(rule.reviewMonths) },
        { what: t('path.rules.byLaw'), value: list(rule.contents) },
        { what: t('path.rules.source'), value: rule.source },
        { what: t('path.rules.confidence'), value: t(`path.rules.confidence.${rule.confidence}`) },
        { what: t('path.rules.unchecked'), value: nameUnchecked(rule.unchecked) },
        ...rule.city.map(({ fromOn, contents, source }) => ({
          what: t('path.rules.city', { day: day(fromOn) }),
          value: `${list(contents) || t('path.rules.nothing')}. ${source}`,
        })),
      ]}
    />
  );
};

export default function PlanRules() {
  const { rules, rule, today } = useLoaderData<typeof loader>();
  const { t } = useText();
  const failure = useFailure();
  const held = rule?.city.find(({ fromOn }) => fromOn <= today)?.contents ?? [];
  return (
    <Page title={t('rules.plans')} lead={t('path.rules.lead')}>
      <Title within={t('rules.title')}>{t('rules.plans')}</Title>
      <RulesTabs at="/plan-rules" />
      <nav className="tabs" aria-label={t('path.rules.kinds')}>
        <ul>
          {rules.map(({ kind }) => (
            <li key={kind}>
              <a href={`/plan-rules?kind=${kind}`} aria-current={kind === rule?.kind ? 'page' : undefined}>
                {t(`path.kind.${kind}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {rule ? (
        <Section title={t(`path.kind.${rule.kind}`)}>
          <Law rule={rule} />
          <PostForm failure={failure}>
            <input type="hidden" name="kind" value={rule.kind} />
            <Ticks legend={t('path.rules.contents')} name="contents">
              {contentKeys
                .filter((key) => !rule.contents.includes(key))
                .map((key) => (
                  <Tick
                    key={key}
                    name="contents"
                    value={key}
                    label={t(`path.content.${key}`)}
                    isTicked={held.includes(key)}
                  />
                ))}
            </Ticks>
            <DayInput name="fromOn" label={t('rules.fromOn')} value={today} />
            <TextInput name="source" label={t('rules.source')} hint={t('rules.sourceHint')} />
            <Send>{t('path.save')}</Send>
          </PostForm>
        </Section>
      ) : null}
      <p>
        <a href="/authorities">{t('nav.authorities')}</a>
      </p>
    </Page>
  );
}
