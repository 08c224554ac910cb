import { useLoaderData } from 'react-router';
import { dayIn } from '../../kernel/clock.ts';
import { Table } from '../../web/components/desk.tsx';
import { State } from '../../web/components/facts.tsx';
import { Empty, Page, Title } from '../../web/components/layout.tsx';
import { Pager, pageNumber } from '../../web/components/pager.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { listCorrections } from '../correct/answer-correction.ts';
import { isLate } from '../correct/rules.ts';

export const handle: PageHandle = { roles: ['adviser', 'coordinator', 'manager'] };

export const loader = pageLoader(async (page) => {
  const found = await page.run(listCorrections, { page: pageNumber(page.query) });
  const today = dayIn(page.city?.timeZone ?? 'Europe/Helsinki', page.app.clock());
  return { ...found, corrections: found.corrections.map((one) => ({ ...one, isLate: isLate(one, today) })) };
});

export default function Corrections() {
  const { corrections, page, hasMore } = useLoaderData<typeof loader>();
  const { t, day } = useText();
  const columns = (['who', 'about', 'due', 'state'] as const).map((key) => ({ key, label: t(`rights.desk.${key}`) }));
  return (
    <Page title={t('rights.desk.title')} lead={t('rights.desk.lead')} wide>
      <Title>{t('rights.desk.title')}</Title>
      {corrections.length === 0 ? (
        <Empty>{t('rights.desk.none')}</Empty>
      ) : (
        <Table
          caption={t('rights.desk.caption', { count: corrections.length })}
          columns={columns}
          rows={corrections.map((one) => ({
            key: one.id,
            cells: [
              <a key="who" href={`/corrections/${one.id}`}>
                {one.customerName}
              </a>,
              t(`rights.class.${one.about}`),
              <span key="due">
                {day(one.dueOn)} {one.isLate ? <State kind="care">{t('rights.desk.late')}</State> : null}
              </span>,
              t(`rights.correct.state.${one.state}`),
            ],
          }))}
        />
      )}
      <Pager page={page} hasMore={hasMore} />
    </Page>
  );
}
