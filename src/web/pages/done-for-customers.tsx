import { useLoaderData } from 'react-router';
import { readDoneByMe } from '../../kernel/acting/acted-for.ts';
import { ActedList } from '../components/acting.tsx';
import { Empty, Page, Section, Title } from '../components/layout.tsx';
import { type PageHandle, pageLoader } from '../page.ts';
import { useText } from '../text.tsx';

export const handle: PageHandle = { roles: ['adviser'] };

export const loader = pageLoader((page) => page.run((work) => readDoneByMe(work), undefined));

export default function DoneForCustomers() {
  const done = useLoaderData<typeof loader>();
  const { t } = useText();
  const disputed = done.filter(({ state }) => state === 'disputed');
  const others = done.filter(({ state }) => state !== 'disputed');
  return (
    <Page title={t('acted.mineTitle')} lead={t('acted.mineLead')}>
      <Title within={t('nav.caseload')}>{t('acted.mineTitle')}</Title>
      {done.length === 0 ? <Empty>{t('acted.mineNone')}</Empty> : null}
      {disputed.length > 0 ? (
        <Section title={t('acted.mineDisputed', { count: disputed.length })}>
          <ActedList done={disputed} shows="customer" />
        </Section>
      ) : null}
      {others.length > 0 ? (
        <Section title={t('acted.mineOthers')}>
          <ActedList done={others} shows="customer" />
        </Section>
      ) : null}
      <p className="no-print">
        <a href="/caseload">{t('nav.caseload')}</a>
      </p>
    </Page>
  );
}
