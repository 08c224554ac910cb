import { redirect, useLoaderData } from 'react-router';
import { Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readRequest, readRequestChoices } from '../vouching/read-vouching.ts';
import { changeRequest } from '../vouching/write-request.ts';
import { RequestForm, requestIn, requestLabels } from './vouching/request-form.tsx';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader(async (page) => {
  const requestId = page.param('vouchRequestId');
  const request = await page.run(readRequest, requestId);
  // What is sent is not changed any more: its own page says how it stands.
  if (!request.moves.includes('change')) throw redirect(`/know-how/vouching/${requestId}`, 303);
  const choices = await page.run((work) => readRequestChoices(work), undefined);
  const { relation, whatFor, message, language, askedName, letterEmail, nameShown, way, vouchings, version } = request;
  const draft = {
    ...{ relation, whatFor, message, language, way, email: letterEmail },
    askedName: way === 'adviser' ? '' : askedName,
    nameShown: nameShown === choices.name ? ('fullName' as const) : ('firstName' as const),
    skills: vouchings.map(({ uri }) => uri),
  };
  return { draft, choices, version };
});

export const action = formAction(async (page, form) => {
  const requestId = page.param('vouchRequestId');
  await page.run(changeRequest, { ...requestIn(form), requestId, version: form.version });
  return goTo(`/know-how/vouching/${requestId}`, 'saved');
}, requestLabels);

export default function ChangeVouching() {
  const { draft, choices, version } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('vouch.change.title')}>
      <Title within={t('vouch.mine.title')}>{t('vouch.change.title')}</Title>
      <RequestForm draft={draft} choices={choices} version={version} />
    </Page>
  );
}
