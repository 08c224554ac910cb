import { Press } from '../../web/components/actions.tsx';
import { State } from '../../web/components/facts.tsx';
import { useText } from '../../web/text.tsx';
import type { ProposalView } from '../ask-person/read-asks.ts';

type Shown = Omit<ProposalView, 'madeAt'>;

/** What a person put among what the customer is shown, with why; the customer can leave each out. */
export const Proposals = ({ proposals, canLeave }: { proposals: readonly Shown[]; canLeave: boolean }) => {
  const { t } = useText();
  if (proposals.length === 0) return null;
  return (
    <ul className="vouchings">
      {proposals.map(({ personProposalId, challengeId, title, language, place, why, isStanding, version }) => (
        <li key={personProposalId}>
          <p>
            {canLeave ? (
              <a href={`/matches/${challengeId}`} lang={language}>
                {title}
              </a>
            ) : (
              <strong lang={language}>{title}</strong>
            )}{' '}
            <State kind={isStanding ? 'good' : 'plain'}>
              {t(isStanding ? `askPerson.place.${place}` : 'askPerson.place.left')}
            </State>
          </p>
          <blockquote className="words">{why}</blockquote>
          {canLeave && isStanding ? (
            <Press fields={{ do: 'leave', proposal: personProposalId, version }}>
              {t('askPerson.leave')}
              <span className="aksel-sr-only">: {title}</span>
            </Press>
          ) : null}
        </li>
      ))}
    </ul>
  );
};
