import { useLoaderData } from 'react-router';
import { Actions, Go } from '../../web/components/actions.tsx';
import { Facts } from '../../web/components/facts.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readFigures } from '../read-figures.ts';
import type { Range } from '../rules.ts';

export const handle: PageHandle = { roles: ['manager'] };

export const loader = pageLoader(async (page) => ({
  figures: await page.run(readFigures, undefined),
  city: page.city?.name[page.language] ?? '',
}));

const useRangeText = (): ((range: Range) => string) => {
  const { t, number } = useText();
  return (range) =>
    range === null
      ? t('insight.fewerThan', { count: 5 })
      : t('insight.range', { from: number(range.from), to: number(range.to) });
};

export default function FiguresPage() {
  const { figures, city } = useLoaderData<typeof loader>();
  const { t, number, day } = useText();
  const rangeText = useRangeText();
  const people = figures.people.map(({ what, range }) => ({
    what: t(`insight.people.${what}`),
    value: rangeText(range),
  }));
  const open = [
    { what: t('insight.openChallenges'), value: number(figures.openChallenges) },
    { what: t('insight.businesses'), value: number(figures.businesses) },
  ];
  return (
    <Page title={t('insight.title', { city })} lead={t('insight.lead', { day: day(figures.day) })}>
      <Title>{t('nav.figures')}</Title>
      <Section title={t('insight.people')}>
        <Facts facts={people} />
        <p className="quiet">{t('insight.how')}</p>
      </Section>
      <Section title={t('insight.open')}>
        <Facts facts={open} />
      </Section>
      <Actions>
        <Go to="/without-adviser">{t('nav.withoutAdviser')}</Go>
        <Go to="/open-challenges" kind="secondary">
          {t('nav.openChallenges')}
        </Go>
      </Actions>
    </Page>
  );
}
