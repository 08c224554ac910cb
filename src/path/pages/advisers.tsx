import { useLoaderData } from 'react-router';
import { Send } from '../../web/components/actions.tsx';
import { Table } from '../../web/components/desk.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { PostForm } from '../../web/components/form.tsx';
import { Empty, Page, Section, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { handAllOver, readAdvisers } from '../caseload/hand-over.ts';
import { handAllOverInput } from '../caseload/hand-over-input.ts';
import { Handed, HandOverFields, handedIn, handOverLabels, handOverTyped } from './parts/hand-over-fields.tsx';

export const handle: PageHandle = { roles: ['coordinator', 'manager'] };

export const loader = pageLoader(async (page) => ({
  advisers: await page.run(readAdvisers, undefined),
  handed: handedIn(page.query),
}));

export const action = formAction(async (page, form) => {
  const { given } = await page.run(handAllOver, form.read(handAllOverInput, handOverTyped(form)));
  return goTo(`/advisers?given=${given}`);
}, handOverLabels);

export default function Advisers() {
  const { advisers, handed } = useLoaderData<typeof loader>();
  const { t, number } = useText();
  const failure = useFailure();
  const rows = advisers.map(({ id, name, customers }) => ({ key: id, cells: [name, number(customers)] }));
  const columns = [
    { key: 'name', label: t('path.desk.column.name') },
    { key: 'customers', label: t('path.away.customers'), isNumber: true },
  ];
  return (
    <Page title={t('path.away.advisers')} lead={t('path.away.advisersLead')}>
      <Title>{t('nav.advisers')}</Title>
      <Handed handed={handed} />
      {advisers.length === 0 ? (
        <Empty>{t('path.unassigned.noAdvisers')}</Empty>
      ) : (
        <Table caption={t('path.away.advisersCaption', { count: advisers.length })} columns={columns} rows={rows} />
      )}
      {advisers.length > 1 ? (
        <Section title={t('path.away.all')}>
          <PostForm failure={failure}>
            <HandOverFields advisers={advisers} isOfAnother />
            <Send>{t('path.away.do')}</Send>
          </PostForm>
        </Section>
      ) : null}
    </Page>
  );
}
