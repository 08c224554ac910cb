import { useLoaderData } from 'react-router';
import { dayIn } from '../../kernel/clock.ts';
import { Cards } from '../../web/components/cards.tsx';
import { Facts } from '../../web/components/facts.tsx';
import { Empty, Page, Section, Title } from '../../web/components/layout.tsx';
import { Pager, pageNumber } from '../../web/components/pager.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readBusiness } from '../read-business.ts';
import { ChallengeCard } from './challenge-card.tsx';

export const handle: PageHandle = { roles: ['businessAdviser', 'businessContact'] };

export const loader = pageLoader((page) =>
  page.run(readBusiness, { businessId: page.param('businessId'), page: pageNumber(page.query) }),
);

export default function BusinessPage() {
  const { name, about, businessCode, area, contacts, createdAt, challenges, page, hasMore } =
    useLoaderData<typeof loader>();
  const { t, day } = useText();
  const facts = [
    { what: t('business.code'), value: businessCode },
    { what: t('business.desk.area'), value: area },
    { what: t('business.contacts'), value: contacts.join(', ') },
    { what: t('business.since'), value: day(dayIn('Europe/Helsinki', createdAt)) },
  ];
  return (
    <Page title={name} lead={about} side={<Facts facts={facts} />}>
      <Title within={t('nav.businesses')}>{name}</Title>
      <Section title={t('business.itsChallenges')}>
        {challenges.length === 0 ? <Empty>{t('business.noChallenges')}</Empty> : null}
        <Cards>
          {challenges.map((challenge) => (
            <ChallengeCard key={challenge.id} challenge={challenge} withStanding />
          ))}
        </Cards>
        <Pager page={page} hasMore={hasMore} />
      </Section>
    </Page>
  );
}
