import { useLoaderData } from 'react-router';
import { Chips, KnowHowChip } from '../../web/components/chips.tsx';
import { More } from '../../web/components/confirm.tsx';
import { Empty, Page, Title } from '../../web/components/layout.tsx';
import { Pager, pageNumber } from '../../web/components/pager.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { listOpenChallenges, type OpenChallenge } from '../list-open-challenges.ts';

export const handle: PageHandle = {
  roles: ['adviser', 'socialWorker', 'coordinator', 'facilitator', 'serviceDesigner', 'manager'],
};

export const loader = pageLoader((page) => page.run(listOpenChallenges, { page: pageNumber(page.query) }));

const Challenge = ({ challenge }: { challenge: OpenChallenge }) => {
  const { t, day } = useText();
  const { title, language, businessName, place, hours, untilOn, problem, needs } = challenge;
  const facts = [place, t(`business.hours.${hours}`), t('business.until.published', { day: day(untilOn) })];
  return (
    <li>
      <h2 className="aksel-heading aksel-heading--small" lang={language}>
        {title}
      </h2>
      <p>{businessName}</p>
      <p className="quiet">{facts.filter(Boolean).join(' · ')}</p>
      <Chips label={t('business.open.needs')}>
        {needs.map(({ skillId, label }) => (
          <KnowHowChip key={skillId} label={label} />
        ))}
      </Chips>
      <More label={t('business.open.problem')}>
        <p className="words" lang={language}>
          {problem}
        </p>
      </More>
    </li>
  );
};

export default function OpenChallenges() {
  const { challenges, page, hasMore } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('business.open.title')} lead={t('business.open.lead')}>
      <Title>{t('nav.openChallenges')}</Title>
      {challenges.length === 0 ? (
        <Empty>
          <p>{t('business.open.empty')}</p>
          <a href="/">{t('nav.home')}</a>
        </Empty>
      ) : (
        <ul className="open-challenges">
          {challenges.map((challenge) => (
            <Challenge key={challenge.id} challenge={challenge} />
          ))}
        </ul>
      )}
      <Pager page={page} hasMore={hasMore} />
      <p>
        <a href="/how-matching-works">{t('nav.howMatchingWorks')}</a>
      </p>
    </Page>
  );
}
