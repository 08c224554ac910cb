import type { Card, TeamsView } from '../../matching/index.ts';
import type { CardSection } from '../../path/index.ts';
import { Go } from '../../web/components/actions.tsx';
import { GivenCard } from '../../web/components/given-card.tsx';
import { TeamList } from '../../web/components/team-list.tsx';
import { useText } from '../../web/text.tsx';

/** Somebody who said yes, as they chose to be seen. */
const YesCard = ({ card, told }: { card: Card; told: readonly CardSection[] }) => {
  const { t, time } = useText();
  return (
    <li className="yes-card">
      <h3 className="aksel-heading aksel-heading--xsmall">{card.name}</h3>
      <GivenCard card={card} />
      {told.map(({ key, title, text }) => (
        <div key={key ?? title}>
          <h4 className="aksel-label">{key === null ? title : t(`path.content.${key}`)}</h4>
          <p className="words">{text}</p>
        </div>
      ))}
      <p className="quiet">{t('business.card.since', { at: time(card.answeredAt) })}</p>
      <Go to={`/threads/${card.threadId}`} kind="secondary">
        {t('business.card.write', { name: card.name })}
      </Go>
    </li>
  );
};

export const SaidYes = ({ cards, told }: { cards: readonly Card[]; told: readonly CardSection[] }) => {
  const { t } = useText();
  return (
    <>
      <p className="quiet">{t('business.card.about')}</p>
      <ul className="yes-cards">
        {cards.map((card) => (
          <YesCard key={card.answerId} card={card} told={told.filter(({ answerId }) => answerId === card.answerId)} />
        ))}
      </ul>
    </>
  );
};

/** Who of those who said yes would complete each other. */
export const YesTeams = ({ teams: { size, teams, open } }: { teams: TeamsView }) => {
  const { t } = useText();
  return (
    <>
      <h3 className="aksel-heading aksel-heading--xsmall">{t('business.teams.title', { count: size })}</h3>
      <p>{t('business.teams.about')}</p>
      <TeamList teams={teams} />
      {open.length > 0 ? <p>{t('business.teams.open', { needs: open.join(', ') })}</p> : null}
    </>
  );
};
