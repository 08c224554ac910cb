import { useLoaderData } from 'react-router';
import { readDay } from '../../kernel/clock.ts';
import { Send } from '../../web/components/actions.tsx';
import { More } from '../../web/components/confirm.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { Choice, DayInput, PostForm, TextArea } from '../../web/components/form.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { mendTalk, mendTalkInput, readTalk, takeBackTalk, takeBackTalkInput } from '../rhythm/change-talk.ts';
import { talkKinds, talkWays } from '../rhythm/tables.ts';

export const handle: PageHandle = { roles: ['adviser'] };

export const loader = pageLoader((page) => page.run(readTalk, { talkId: page.param('talkId') }));

export const action = formAction(
  async (page, form) => {
    const read = { talkId: page.param('talkId'), version: form.version, why: form.text('why') };
    if (form.text('do') === 'takeBack') await page.run(takeBackTalk, form.read(takeBackTalkInput, read));
    else {
      const typed = {
        kind: form.text('kind'),
        heldOn: readDay(form.text('heldOn')),
        how: form.text('how'),
        howWhy: form.text('howWhy'),
      };
      await page.run(mendTalk, form.read(mendTalkInput, { ...read, ...typed }));
    }
    return goTo(`/talks/${read.talkId}`, 'saved');
  },
  {
    kind: 'path.rhythm.field.kind',
    heldOn: 'path.rhythm.field.heldOn',
    how: 'path.rhythm.field.how',
    howWhy: 'path.rhythm.field.howWhy',
    why: 'path.rhythm.field.changeWhy',
  },
);

const Fields = () => {
  const { kind, heldOn, how, howWhy } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <>
      <Choice
        name="kind"
        label={t('path.rhythm.field.kind')}
        value={kind}
        options={talkKinds.map((one) => ({ value: one, label: t('path.rhythm.talk', { talk: one }) }))}
      />
      <DayInput name="heldOn" label={t('path.rhythm.field.heldOn')} value={heldOn} />
      <Choice
        name="how"
        label={t('path.rhythm.field.how')}
        value={how}
        options={talkWays.map((one) => ({ value: one, label: t(`path.rhythm.how.${one}`) }))}
      />
      <TextArea
        name="howWhy"
        label={t('path.rhythm.field.howWhy')}
        hint={t('path.rhythm.field.howWhyHint')}
        rows={3}
        value={howWhy}
      />
    </>
  );
};

export default function CustomerTalkChange() {
  const { customerId, customerName, isTakenBack, version } = useLoaderData<typeof loader>();
  const { t } = useText();
  const failure = useFailure();
  const title = t('path.rhythm.changeTitle', { name: customerName });
  return (
    <Page title={title} lead={t(isTakenBack ? 'path.rhythm.isTakenBack' : 'path.rhythm.changeLead')}>
      <Title within={t('nav.caseload')}>{title}</Title>
      {isTakenBack ? null : (
        <PostForm failure={failure} version={version}>
          <TextArea
            name="why"
            label={t('path.rhythm.field.changeWhy')}
            hint={t('path.rhythm.field.changeWhyHint')}
            rows={3}
          />
          <Fields />
          <Send name="do" value="mend">
            {t('path.rhythm.save')}
          </Send>
          <More label={t('path.rhythm.notHeld')}>
            <p>{t('path.rhythm.takeBackHint')}</p>
            <Send kind="secondary" name="do" value="takeBack">
              {t('path.rhythm.takeBack')}
            </Send>
          </More>
        </PostForm>
      )}
      <p>
        <a href={`/customers/${customerId}#rhythm`}>{customerName}</a>
      </p>
    </Page>
  );
}
