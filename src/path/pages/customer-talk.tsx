import { useLoaderData } from 'react-router';
import { readDay } from '../../kernel/clock.ts';
import { Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { Choice, DayInput, PostForm, TextArea } from '../../web/components/form.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { nextOf } from '../rhythm/due.ts';
import { readRhythm } from '../rhythm/read-rhythm.ts';
import { recordTalk, recordTalkInput } from '../rhythm/record-talk.ts';
import { talkKinds, talkWays } from '../rhythm/tables.ts';

export const handle: PageHandle = { roles: ['adviser'] };

export const loader = pageLoader(async (page) => {
  const { customer, due } = await page.run(readRhythm, { customerId: page.param('customerId') });
  return { customer, next: nextOf(due)[0]?.kind ?? null };
});

export const action = formAction(
  async (page, form) => {
    const customerId = page.param('customerId');
    const typed = {
      kind: form.text('kind'),
      heldOn: readDay(form.text('heldOn')),
      how: form.text('how'),
      howWhy: form.text('howWhy'),
    };
    await page.run(recordTalk, form.read(recordTalkInput, { customerId, ...typed }));
    return goTo(`/customers/${customerId}`, 'saved');
  },
  {
    kind: 'path.rhythm.field.kind',
    heldOn: 'path.rhythm.field.heldOn',
    how: 'path.rhythm.field.how',
    howWhy: 'path.rhythm.field.howWhy',
  },
);

export default function CustomerTalk() {
  const { customer, next } = useLoaderData<typeof loader>();
  const { t } = useText();
  const title = t('path.rhythm.recordTitle', { name: customer.name });
  return (
    <Page title={title} lead={t('path.rhythm.recordLead')}>
      <Title within={t('nav.caseload')}>{title}</Title>
      <PostForm failure={useFailure()}>
        <Choice
          name="kind"
          label={t('path.rhythm.field.kind')}
          value={next}
          options={talkKinds.map((kind) => ({ value: kind, label: t('path.rhythm.talk', { talk: kind }) }))}
        />
        <DayInput name="heldOn" label={t('path.rhythm.field.heldOn')} />
        <Choice
          name="how"
          label={t('path.rhythm.field.how')}
          options={talkWays.map((way) => ({ value: way, label: t(`path.rhythm.how.${way}`) }))}
        />
        <TextArea
          name="howWhy"
          label={t('path.rhythm.field.howWhy')}
          hint={t('path.rhythm.field.howWhyHint')}
          rows={3}
        />
        <Send>{t('path.rhythm.save')}</Send>
      </PostForm>
      <p>
        <a href={`/customers/${customer.id}`}>{customer.name}</a>
      </p>
    </Page>
  );
}
