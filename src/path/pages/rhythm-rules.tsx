import { useLoaderData } from 'react-router';
import { dayIn, readDay } from '../../kernel/clock.ts';
import { Send } from '../../web/components/actions.tsx';
import { Facts } from '../../web/components/facts.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { DayInput, Pick, PostForm, TextInput } from '../../web/components/form.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { Decided, RulesTabs } from '../../web/components/rules-tabs.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { cityRhythmInput, decideCityRhythm, type RhythmRules, readRhythmRules } from '../rhythm/city-rhythm.ts';
import type { RhythmRule } from '../rhythm/due.ts';
import { cityRuleKinds, type RhythmUnit, rhythmUnits } from '../rhythm/tables.ts';
import { useUnchecked } from './parts/unchecked.ts';

export const handle: PageHandle = { roles: ['administrator'] };

export const loader = pageLoader(async (page) => ({
  models: await page.run(readRhythmRules, undefined),
  today: dayIn(page.city?.timeZone ?? 'Europe/Helsinki', page.app.clock()),
}));

export const action = formAction(
  async (page, form) => {
    const every = form.text('every').trim();
    const input = {
      ...{ modelId: form.text('modelId'), kind: form.text('kind'), unit: form.text('unit') },
      ...{ fromOn: readDay(form.text('fromOn')), source: form.text('source') },
      every: every === '' ? null : /^\d{1,6}$/.test(every) ? Number(every) : every,
    };
    await page.run(decideCityRhythm, form.read(cityRhythmInput, input));
    return goTo('/rhythm-rules', 'saved');
  },
  {
    ...{ modelId: 'path.rhythmRules.model', kind: 'path.rhythmRules.kind', every: 'path.rhythmRules.every' },
    ...{ unit: 'path.rhythmRules.unit', fromOn: 'rules.fromOn', source: 'rules.source' },
  },
);

const useTimes = () => {
  const { t } = useText();
  return (every: number, unit: RhythmUnit) => t('path.rhythmRules.times', { every, unit });
};

const Talk = ({ rule }: { rule: RhythmRule }) => {
  const { t } = useText();
  const times = useTimes();
  const { kind, every, unit, anchor, afterMonths, againMonths, inPerson } = rule;
  return (
    <li>
      {t('path.rhythmRules.talk', {
        ...{ talk: t('path.rhythm.talk', { talk: kind }), every: times(every, unit), anchor },
        ...{ times: rule.times ?? 0, after: afterMonths, again: againMonths ?? 0 },
      })}
      {inPerson ? ` ${t('path.rhythm.inPerson')}` : ''}
    </li>
  );
};

const Model = ({ model }: { model: RhythmRules }) => {
  const { t, day, language } = useText();
  const times = useTimes();
  const nameUnchecked = useUnchecked();
  const { fromOn, untilOn, law, duty, neglect, source, unchecked, rules, phases, city } = model;
  const began = untilOn
    ? t('path.rhythmRules.fromUntil', { from: day(fromOn), until: day(untilOn) })
    : t('path.rhythmRules.from', { from: day(fromOn) });
  return (
    <Section title={law}>
      <p>{began}</p>
      <ul>
        {rules.map((rule) => (
          <Talk key={`${rule.kind} ${rule.afterMonths} ${rule.unit}`} rule={rule} />
        ))}
      </ul>
      <ul>
        {phases.map((phase) => (
          <li key={phase.fromOn}>{t('path.rhythm.phase', { day: day(phase.fromOn), what: phase.says[language] })}</li>
        ))}
      </ul>
      {duty ? <p>{t('path.rhythm.duty', duty)}</p> : null}
      {neglect ? <p>{t('path.rhythm.neglect', { what: neglect[language] })}</p> : null}
      <Facts
        facts={[
          { what: t('path.rules.source'), value: source },
          { what: t('path.rules.unchecked'), value: nameUnchecked(unchecked) },
        ]}
      />
      <Decided
        decided={city.map(({ kind, every, unit, ...one }) => ({
          ...one,
          what: `${t('path.rhythm.talk', { talk: kind })}, ${every === null ? t('path.rhythmRules.none') : times(every, unit)}`,
        }))}
      />
    </Section>
  );
};

const Decide = () => {
  const { models, today } = useLoaderData<typeof loader>();
  const { t } = useText();
  const kinds = cityRuleKinds.map((kind) => ({ value: kind, label: t('path.rhythm.talk', { talk: kind }) }));
  const units = rhythmUnits.map((unit) => ({ value: unit, label: t(`path.rhythmRules.unit.${unit}`) }));
  return (
    <Section title={t('path.rhythmRules.decide')}>
      <p>{t('path.rhythmRules.decideLead')}</p>
      <PostForm failure={useFailure()}>
        <Pick
          name="modelId"
          label={t('path.rhythmRules.model')}
          options={models.map(({ id, law }) => ({ value: id, label: law }))}
        />
        <Pick name="kind" label={t('path.rhythmRules.kind')} options={kinds} value="review" />
        <TextInput
          name="every"
          label={t('path.rhythmRules.every')}
          hint={t('path.rhythmRules.everyHint')}
          inputMode="numeric"
        />
        <Pick name="unit" label={t('path.rhythmRules.unit')} options={units} value="months" />
        <DayInput name="fromOn" label={t('rules.fromOn')} value={today} />
        <TextInput name="source" label={t('rules.source')} hint={t('rules.sourceHint')} />
        <Send>{t('rules.save')}</Send>
      </PostForm>
    </Section>
  );
};

export default function RhythmRulesPage() {
  const { models } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('rules.rhythm')} lead={t('path.rhythmRules.lead')}>
      <Title within={t('rules.title')}>{t('rules.rhythm')}</Title>
      <RulesTabs at="/rhythm-rules" />
      {models.map((model) => (
        <Model key={model.id} model={model} />
      ))}
      <Decide />
    </Page>
  );
}
