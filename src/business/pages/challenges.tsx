import { useLoaderData } from 'react-router';
import { Go } from '../../web/components/actions.tsx';
import { Cards } from '../../web/components/cards.tsx';
import { Empty, Page, Section, Title } from '../../web/components/layout.tsx';
import { Pager, pageNumber } from '../../web/components/pager.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { type ChallengeLine, listChallenges } from '../list-challenges.ts';
import type { Standing } from '../rules.ts';
import { ChallengeCard } from './challenge-card.tsx';

export const handle: PageHandle = { roles: ['businessContact'] };

export const loader = pageLoader(async (page) => ({
  ...(await page.run(listChallenges, { page: pageNumber(page.query) })),
  businessId: page.actor.businessId,
}));

const groups: readonly Standing[] = ['published', 'ended', 'draft', 'paused', 'closed'];

const Group = ({ standing, challenges }: { standing: Standing; challenges: readonly ChallengeLine[] }) => {
  const { t } = useText();
  const ours = challenges.filter((challenge) => challenge.standing === standing);
  if (ours.length === 0) return null;
  return (
    <Section id={standing === 'draft' ? 'drafts' : undefined} title={t(`business.group.${standing}`)}>
      <Cards>
        {ours.map((challenge) => (
          <ChallengeCard key={challenge.id} challenge={challenge} />
        ))}
      </Cards>
    </Section>
  );
};

export default function Challenges() {
  const { challenges, page, hasMore, businessId } = useLoaderData<typeof loader>();
  const { t } = useText();
  const side = (
    <p>
      <a href={`/businesses/${businessId}`}>{t('business.list.ourBusiness')}</a>
    </p>
  );
  return (
    <Page title={t('business.list.title')} lead={t('business.list.lead')} side={side}>
      <Title>{t('nav.challenges')}</Title>
      <Go to="/challenges/new">{t('business.list.new')}</Go>
      {challenges.length === 0 ? <Empty>{t('business.list.empty')}</Empty> : null}
      {groups.map((standing) => (
        <Group key={standing} standing={standing} challenges={challenges} />
      ))}
      <Pager page={page} hasMore={hasMore} />
    </Page>
  );
}
