import { useLoaderData } from 'react-router';
import { professionalKinds } from '../../kernel/actor.ts';
import { Send } from '../../web/components/actions.tsx';
import { Pick, SearchForm } from '../../web/components/form.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { comparedVersions, compareStep, type StepComparison } from '../compare-step.ts';
import { sideOf } from '../rules.ts';
import { ComparedText } from './parts/compared-text.tsx';
import { useFieldText } from './parts/step-history.tsx';

export const handle: PageHandle = { roles: ['customer', ...professionalKinds] };

export const loader = pageLoader(async (page) => {
  const stepId = page.param('stepId');
  const asked = comparedVersions.safeParse({
    from: page.query.get('from') || undefined,
    to: page.query.get('to') || undefined,
  });
  const all = await page.run(compareStep, { stepId });
  const { from = all.from.version, to = all.to.version } = asked.data ?? {};
  const isKnown = [from, to].every((one) => all.versions.some(({ version }) => version === one));
  return {
    stepId,
    mySide: sideOf(page.actor.role),
    comparison: isKnown ? await page.run(compareStep, { stepId, from, to }) : all,
  };
});

const Choose = ({ versions, from, to }: StepComparison) => {
  const { t, time } = useText();
  const options = versions.map(({ version, at, personName, state }) => ({
    value: String(version),
    label: t('path.compare.version', {
      version,
      at: time(at),
      name: personName,
      state: t(`path.state.${state}`),
    }),
  }));
  return (
    <SearchForm>
      <Pick name="from" label={t('path.compare.from')} options={options} value={String(from.version)} />
      <Pick name="to" label={t('path.compare.to')} options={options} value={String(to.version)} />
      <Send kind="secondary">{t('path.compare.show')}</Send>
    </SearchForm>
  );
};

export default function CompareStep() {
  const { stepId, mySide, comparison } = useLoaderData<typeof loader>();
  const { t } = useText();
  const show = useFieldText(mySide);
  const { fields, from, to } = comparison;
  const changed = fields.filter(({ before, after }) => before !== after);
  const same = fields.filter(({ before, after }) => before === after && after !== '');
  const title = t('path.compare.title');
  return (
    <Page title={title} lead={to.title}>
      <Title within={to.title}>{title}</Title>
      <Choose {...comparison} />
      <Section title={t('path.compare.changed', { from: from.version, to: to.version, count: changed.length })}>
        {changed.length > 0 ? <p className="quiet">{t('path.compare.key')}</p> : null}
        {changed.map(({ field, before, after }) => (
          <div key={field}>
            <h3 className="compared__what">{t(`path.field.${field}`)}</h3>
            <ComparedText
              before={before === '' ? '' : show(field, before)}
              after={after === '' ? '' : show(field, after)}
            />
          </div>
        ))}
      </Section>
      {same.length > 0 ? (
        <Section title={t('path.compare.same')}>
          {same.map(({ field, after }) => (
            <div key={field}>
              <h3 className="compared__what">{t(`path.field.${field}`)}</h3>
              <p className="words">{show(field, after)}</p>
            </div>
          ))}
        </Section>
      ) : null}
      <p className="no-print">
        <a href={`/steps/${stepId}`}>{t('path.backToStep')}</a>
      </p>
    </Page>
  );
}
