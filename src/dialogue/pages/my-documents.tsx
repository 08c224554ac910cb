import { useLoaderData } from 'react-router';
import { Actions, Go } from '../../web/components/actions.tsx';
import { Cards } from '../../web/components/cards.tsx';
import { Empty, Page, Section, Title } from '../../web/components/layout.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readMyDocuments } from '../documents/read-documents.ts';
import { DocumentLine } from './parts/document-line.tsx';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader((page) => page.run((work) => readMyDocuments(work), undefined));

const groups = [
  ['asked', ['asked', 'notHad']],
  ['given', ['given']],
  ['over', ['withdrawn', 'deleted']],
] as const;

export default function MyDocuments() {
  const documents = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('documents.mine.title')} lead={t('documents.mine.lead')}>
      <Title>{t('nav.documents')}</Title>
      {documents.length === 0 ? <Empty>{t('documents.mine.none')}</Empty> : null}
      {groups.map(([group, states]) => {
        const found = documents.filter(({ state }) => states.some((one) => one === state));
        if (found.length === 0) return null;
        return (
          <Section key={group} title={t(`documents.group.${group}`)}>
            <Cards>
              {found.map((one) => (
                <DocumentLine key={one.id} one={one} />
              ))}
            </Cards>
          </Section>
        );
      })}
      <Actions>
        <Go to="/documents/new" kind="secondary">
          {t('documents.offer')}
        </Go>
      </Actions>
    </Page>
  );
}
