import { useLoaderData } from 'react-router';
import { Go } from '../../web/components/actions.tsx';
import { Empty, Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readRequestChoices } from '../vouching/read-vouching.ts';
import { writeRequest } from '../vouching/write-request.ts';
import { RequestForm, requestIn, requestLabels } from './vouching/request-form.tsx';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader(async (page) => ({
  choices: await page.run((work) => readRequestChoices(work), undefined),
  chosen: page.query.getAll('skill'),
}));

export const action = formAction(async (page, form) => {
  const { id } = await page.run(writeRequest, requestIn(form));
  return goTo(`/know-how/vouching/${id}`);
}, requestLabels);

export default function AskVouching() {
  const { choices, chosen } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('vouch.ask.title')} lead={t('vouch.ask.lead')}>
      <Title within={t('vouch.mine.title')}>{t('vouch.ask.title')}</Title>
      {choices.skills.length === 0 ? (
        <Empty>
          <p>{t('vouch.ask.none')}</p>
          <Go to="/know-how">{t('vouch.ask.tell')}</Go>
        </Empty>
      ) : (
        <RequestForm draft={{ skills: chosen }} choices={choices} />
      )}
    </Page>
  );
}
