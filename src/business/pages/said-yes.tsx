import type { Card, TeamsView } from '../../matching/index.ts';
import { Go } from '../../web/components/actions.tsx';
import { Chips, KnowHowChip } from '../../web/components/chips.tsx';
import { TeamList } from '../../web/components/team-list.tsx';
import { useText } from '../../web/text.tsx';

/** Which needs the shared know-how answers, in a sentence. */
const FitsFor = ({ card }: { card: Card }) => {
  const { t } = useText();
  const met = card.needs.filter(({ state }) => state === 'met').map(({ label }) => label);
  const partly = card.needs
    .filter(({ state }) => state === 'partly')
    .map(({ label }) => t('business.card.partly', { label }));
  const fits = [...met, ...partly];
  return fits.length === 0 ? null : <p>{t('business.card.fits', { fits: fits.join(', ') })}</p>;
};

/** Who vouches for which of it, where they chose to show that. */
const SeenBy = ({ card }: { card: Card }) => {
  const { t } = useText();
  const seen = card.skills.filter(({ seenBy }) => seenBy.length > 0);
  return (
    <>
      {seen.map(({ skillId, label, seenBy }) => (
        <p key={skillId}>{t('business.card.seenBy', { label, count: seenBy.length, who: seenBy.join('; ') })}</p>
      ))}
    </>
  );
};

/** Somebody who said yes, as they chose to be seen. */
const YesCard = ({ card }: { card: Card }) => {
  const { t, time } = useText();
  return (
    <li className="yes-card">
      <h3 className="aksel-heading aksel-heading--xsmall">{card.name}</h3>
      {card.intro ? <p className="words">{card.intro}</p> : null}
      {card.skills.length === 0 ? null : (
        <Chips label={t('business.card.skills')}>
          {card.skills.map(({ skillId, label }) => (
            <KnowHowChip key={skillId} label={label} />
          ))}
        </Chips>
      )}
      <SeenBy card={card} />
      <FitsFor card={card} />
      <p className="quiet">{t('business.card.since', { at: time(card.answeredAt) })}</p>
      <Go to={`/threads/${card.threadId}`} kind="secondary">
        {t('business.card.write', { name: card.name })}
      </Go>
    </li>
  );
};

export const SaidYes = ({ cards }: { cards: readonly Card[] }) => {
  const { t } = useText();
  return (
    <>
      <p className="quiet">{t('business.card.about')}</p>
      <ul className="yes-cards">
        {cards.map((card) => (
          <YesCard key={card.answerId} card={card} />
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
