import { useLoaderData } from 'react-router';
import { readDay } from '../../kernel/clock.ts';
import { Send } from '../../web/components/actions.tsx';
import { More } from '../../web/components/confirm.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { DayInput, PostForm, TextArea } from '../../web/components/form.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { endStage, endStageInput } from '../stages/end-stage.ts';
import { type FactView, readFact } from '../stages/read-stages.ts';
import { takeBackStage, takeBackStageInput } from '../stages/take-back-stage.ts';
import type { PlanSide } from '../tables.ts';
import { useFactWords } from './parts/stages.tsx';

export const handle: PageHandle = { roles: ['customer', 'adviser'] };

export const loader = pageLoader(async (page) => ({
  fact: await page.run(readFact, { pathFactId: page.param('pathFactId') }),
  mySide: page.actor.role === 'customer' ? ('customer' as const) : ('adviser' as const),
}));

const backTo = (fact: FactView, mySide: PlanSide): string =>
  mySide === 'customer' ? '/plan#stages' : `/customers/${fact.customerId}#stages`;

export const action = formAction(
  async (page, form) => {
    const read = { pathFactId: page.param('pathFactId'), version: form.version };
    if (form.text('do') === 'takeBack')
      await page.run(takeBackStage, form.read(takeBackStageInput, { ...read, why: form.text('why') }));
    else await page.run(endStage, form.read(endStageInput, { ...read, toOn: readDay(form.text('toOn')) }));
    return goTo(`/stages/${read.pathFactId}`, 'saved');
  },
  { toOn: 'path.stages.field.toOn', why: 'path.stages.field.why' },
);

const Mend = ({ fact, mySide }: { fact: FactView; mySide: PlanSide }) => {
  const { t } = useText();
  const failure = useFailure();
  if (!fact.canEnd) return null;
  return (
    <PostForm failure={failure} version={fact.version}>
      <DayInput name="toOn" label={t('path.stages.field.toOn')} value={fact.toOn ?? ''} />
      <Send name="do" value="end">
        {t('path.stages.sendEnd')}
      </Send>
      {fact.canTakeBack ? (
        <More label={t('path.stages.wrong')}>
          <TextArea
            name="why"
            label={t('path.stages.field.why')}
            hint={t(`path.stages.field.whyHint.${mySide}`)}
            rows={3}
          />
          <Send kind="secondary" name="do" value="takeBack">
            {t('path.stages.takeBack')}
          </Send>
        </More>
      ) : null}
    </PostForm>
  );
};

export default function StagePage() {
  const { fact, mySide } = useLoaderData<typeof loader>();
  const { t, time } = useText();
  const say = useFactWords(mySide);
  const title = fact.stage ? t(`path.stage.${fact.stage}`) : t('path.stages.event');
  return (
    <Page title={title} lead={say(fact)}>
      <Title within={t(mySide === 'customer' ? 'nav.plan' : 'nav.caseload')}>{title}</Title>
      {fact.byName ? <p className="quiet">{t('path.stages.by', { name: fact.byName })}</p> : null}
      {fact.endedName && fact.endedName !== fact.byName ? (
        <p className="quiet">{t('path.stages.endedBy', { name: fact.endedName })}</p>
      ) : null}
      {fact.takenBack ? (
        <p>{t('path.stages.takenBackBy', { name: fact.takenBack.name, at: time(fact.takenBack.at) })}</p>
      ) : null}
      {fact.takenBack?.why ? <p className="words">{fact.takenBack.why}</p> : null}
      <Mend fact={fact} mySide={mySide} />
      <p>
        <a href={backTo(fact, mySide)}>{t('path.stages.back')}</a>
      </p>
    </Page>
  );
}
