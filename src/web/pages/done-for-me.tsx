import { useLoaderData } from 'react-router';
import { readDoneForMe } from '../../kernel/acting/acted-for.ts';
import { ActedList } from '../components/acting.tsx';
import { Empty, Page, Title } from '../components/layout.tsx';
import { type PageHandle, pageLoader } from '../page.ts';
import { useText } from '../text.tsx';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader((page) => page.run((work) => readDoneForMe(work), undefined));

export default function DoneForMe() {
  const all = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('acted.title')} lead={t('acted.lead')}>
      <Title within={t('account.title')}>{t('acted.title')}</Title>
      {all.length === 0 ? <Empty>{t('acted.none')}</Empty> : <ActedList done={all} shows="official" />}
    </Page>
  );
}
