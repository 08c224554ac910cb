import { useLoaderData } from 'react-router';
import { Press, Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { PostForm, TextInput } from '../../web/components/form.tsx';
import { Empty, Page, Section, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { lookIn } from '../caseload/address.ts';
import { forgetLook, lookInput, lookOf, nameLook, readLooks } from '../caseload/looks.ts';
import { readDeskDays } from '../caseload/read-caseload.ts';
import { useFilterName } from './parts/caseload-filters.tsx';

export const handle: PageHandle = { roles: ['adviser'] };

export const loader = pageLoader(async (page) => {
  const { named } = await page.run(readLooks, undefined);
  return { named, look: lookIn(page.query), days: await page.run(readDeskDays, undefined) };
});

export const action = formAction(
  async (page, form) => {
    const lookId = form.text('forget');
    if (lookId) {
      await page.run(forgetLook, { lookId });
      return goTo(`/caseload/looks?${page.query}`, 'removed');
    }
    const look = { name: form.text('name'), ...lookOf(page.query) };
    const { query } = await page.run(nameLook, form.read(lookInput, look));
    return goTo(`/caseload?${query || 'sort=name'}`, 'saved');
  },
  { name: 'path.desk.lookName' },
);

export default function CaseloadLooks() {
  const { named, look, days } = useLoaderData<typeof loader>();
  const { t } = useText();
  const filters = look.show.map(useFilterName(days)).join(', ');
  return (
    <Page title={t('path.desk.looks')} lead={t('path.desk.looksLead')}>
      <Title within={t('nav.caseload')}>{t('path.desk.looks')}</Title>
      <Section title={t('path.desk.keep')}>
        <p>
          {t('path.desk.keeps', {
            filters: filters || t('path.desk.everybody'),
            sort: t(`path.desk.column.${look.sort}`),
          })}
        </p>
        <PostForm failure={useFailure()}>
          <TextInput name="name" label={t('path.desk.lookName')} hint={t('path.desk.lookNameHint')} />
          <Send>{t('path.save')}</Send>
        </PostForm>
      </Section>
      <Section title={t('path.desk.lookList')}>
        {named.length === 0 ? <Empty>{t('path.desk.noLooks')}</Empty> : null}
        <ul className="history">
          {named.map(({ id, name, query }) => (
            <li key={id}>
              <a href={`/caseload?${query || 'sort=name'}`}>{name}</a>{' '}
              <Press kind="tertiary" small fields={{ forget: id }}>
                {t('path.desk.forget')} <span className="aksel-sr-only">{name}</span>
              </Press>
            </li>
          ))}
        </ul>
      </Section>
      <p>
        <a href="/caseload">{t('nav.caseload')}</a>
      </p>
    </Page>
  );
}
