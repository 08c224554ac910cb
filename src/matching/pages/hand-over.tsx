import { useLoaderData } from 'react-router';
import { Actions, Go, Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { Pick, PostForm, TextArea } from '../../web/components/form.tsx';
import { Empty, Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { handOverAsk, handOverBody, prepareHandOver } from '../ask-person/hand-over.ts';
import { AskState } from './ask-about.tsx';

export const handle: PageHandle = { roles: ['adviser', 'coordinator', 'manager'] };

export const loader = pageLoader((page) => page.run(prepareHandOver, page.param('personAskId')));

export const action = formAction(
  async (page, form) => {
    const given = form.read(handOverBody, { adviserId: form.text('adviserId'), why: form.text('why') });
    await page.run(handOverAsk, { personAskId: page.param('personAskId'), version: form.version, ...given });
    return goTo('/asks', 'askHandedOver');
  },
  { adviserId: 'askPerson.handOver.to', why: 'askPerson.handOver.why' },
);

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

const HandOver = ({ turn: { advisers, dueOn, version } }: { turn: Loaded }) => {
  const { t, day } = useText();
  const failure = useFailure();
  const options = advisers.map(({ id, name, waiting }) => ({
    value: id,
    label: t('askPerson.handOver.adviser', { name, count: waiting }),
  }));
  return (
    <PostForm failure={failure} version={version}>
      <Pick
        name="adviserId"
        label={t('askPerson.handOver.to')}
        options={[{ value: '', label: t('askPerson.handOver.choose') }, ...options]}
      />
      <TextArea
        name="why"
        label={t('askPerson.handOver.why')}
        hint={t('askPerson.handOver.whyHint')}
        rows={3}
        most={300}
      />
      <p>{t('askPerson.handOver.stays', { day: day(dueOn) })}</p>
      <Actions>
        <Send>{t('askPerson.handOver.send')}</Send>
      </Actions>
    </PostForm>
  );
};

export default function HandOverPage() {
  const turn = useLoaderData<typeof loader>();
  const { t } = useText();
  const { holder, isMine, canHandOver, advisers, personAskId } = turn;
  return (
    <Page title={t('askPerson.handOver.title')} lead={t('askPerson.handOver.lead')}>
      <Title within={t('askPerson.desk.title')}>{t('askPerson.handOver.title')}</Title>
      <p>
        <AskState {...turn} />
      </p>
      {!isMine && holder ? <p>{t('askPerson.handOver.ofOther', { name: holder })}</p> : null}
      {canHandOver && advisers.length > 0 ? <HandOver turn={turn} /> : null}
      {canHandOver && advisers.length === 0 ? <Empty>{t('askPerson.handOver.nobody')}</Empty> : null}
      <Actions>
        <Go to={isMine ? `/asks/${personAskId}` : '/asks'} kind="tertiary">
          {t(isMine ? 'askPerson.handOver.back' : 'askPerson.desk.title')}
        </Go>
      </Actions>
    </Page>
  );
}
