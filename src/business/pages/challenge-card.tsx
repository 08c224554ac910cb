import { Card } from '../../web/components/cards.tsx';
import { useText } from '../../web/text.tsx';
import type { ChallengeLine } from '../list-challenges.ts';
import { nameOf, StandingTag } from './standing.tsx';

const Waits = ({ challenge }: { challenge: ChallengeLine }) => {
  const { t } = useText();
  const { yesCount, unreadCount } = challenge;
  const hasNews = yesCount > 0 || unreadCount > 0;
  if (!hasNews) return null;
  return (
    <p className="waits">
      {yesCount > 0 ? <span>{t('business.yes', { count: yesCount })}</span> : null}
      {unreadCount > 0 ? <strong>{t('business.unread', { count: unreadCount })}</strong> : null}
    </p>
  );
};

/** A challenge in a list, with what waits on it. */
export const ChallengeCard = ({
  challenge,
  withStanding = false,
}: {
  challenge: ChallengeLine;
  /** Where no heading above says how it stands. */
  withStanding?: boolean;
}) => {
  const { t, day } = useText();
  const { standing, untilOn, place } = challenge;
  const isOpen = standing === 'published' || standing === 'ended';
  return (
    <Card to={`/challenges/${challenge.id}`} title={nameOf(challenge)} level={3}>
      {withStanding ? (
        <p>
          <StandingTag standing={standing} />
        </p>
      ) : null}
      <Waits challenge={challenge} />
      <p className="quiet">
        {[place, isOpen ? t(`business.until.${standing}`, { day: day(untilOn) }) : ''].filter(Boolean).join(' · ')}
      </p>
    </Card>
  );
};
